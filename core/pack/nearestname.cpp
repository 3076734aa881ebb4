// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/nearestname.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cq {
namespace {

constexpr int slips = 2;

// Edit distance of two words, or one more than slips where it is larger; looks only at the band of cells
// that can still be near enough, because hostile packs may hold thousands of long unknown names.
int nearDistance(const QString &a, const QString &b)
{
    constexpr int far = slips + 1;
    const int rows = int(a.size());
    const int columns = int(b.size());
    if (std::abs(rows - columns) > slips)
        return far;
    std::array<int, 2 * slips + 3> band; // cell k of row i is column i + k - far
    for (int k = 0; k < int(band.size()); ++k)
        band[size_t(k)] = k < far ? far : k - far;
    band.back() = far;
    for (int i = 1; i <= rows; ++i) {
        int left = far;
        int best = far;
        for (int k = 1; k + 1 < int(band.size()); ++k) {
            const int j = i + k - far;
            int cell = far;
            if (j == 0)
                cell = i;
            else if (j > 0 && j <= columns)
                cell = std::min({band[size_t(k)] + (a[i - 1] == b[j - 1] ? 0 : 1), band[size_t(k) + 1] + 1, left + 1});
            cell = std::min(cell, far);
            band[size_t(k)] = left = cell;
            best = std::min(best, cell);
        }
        if (best == far)
            return far;
    }
    return band[size_t(columns - rows + far)];
}

} // namespace

QString nearestName(const QString &word, const QStringList &known)
{
    int best = slips + 1;
    QString nearest;
    for (const QString &name : known) {
        const int distance = nearDistance(word, name);
        if (distance < best || (distance == best && distance <= slips && name < nearest)) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace cq
