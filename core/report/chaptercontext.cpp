// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"

namespace cq {

QString ChapterContext::placeName(const FacilityId &id) const
{
    if (id.isEmpty())
        return words.text(Phrase::WholeProgramme);
    for (const Facility &facility : record().centre.facilities)
        if (facility.id == id)
            return facility.name;
    return id.text();
}

QString ChapterContext::centreName() const
{
    const Centre &centre = record().centre;
    return centre.isFictional ? words.text(Phrase::FictionalName).arg(centre.name) : centre.name;
}

} // namespace cq
