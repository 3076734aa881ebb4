// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trustedlist.h"

#include "core/signing/certificatereading.h"

#include <QDateTime>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

namespace cq {

namespace {

constexpr qsizetype maxText = 32 * 1024; ///< characters of one element: a certificate in base64 is the longest
constexpr int oldestVersion = 5; ///< of the form, EU Regulation 910/2014
constexpr int newestVersion = 6;

/// A service as the list tells it.
struct Service
{
    QString type;
    QString status;
    QString name;
    QList<QByteArray> certificates; ///< base64
    QStringList uses; ///< additional service information
};

bool endsWith(const QString &uri, const char *end)
{
    return uri.endsWith(QLatin1String(end));
}

/// One pass over the list. A fault stops the reader, and every step after it does nothing.
class ListReader
{
public:
    explicit ListReader(const QByteArray &xml) : m_xml(xml) { }

    Result<TrustedList> read();

private:
    QXmlStreamReader::TokenType next();
    bool enterChild();
    void skip();
    QString text();
    bool is(const char *name) const;
    QString name();
    std::optional<Timestamp> moment(const QString &text);
    qint64 number(const QString &text, qint64 least, qint64 most);
    void fault(const QString &reason) { m_xml.raiseError(reason); }

    void readScheme();
    void readNextUpdate();
    void readProviders();
    void readServices();
    Service readService();
    void readInformation(Service &service);
    void readIdentity(Service &service);
    void readExtensions(Service &service);
    void take(const Service &service);
    void checkMark();

    QXmlStreamReader m_xml;
    int m_depth = 0;
    bool m_isNewer = false;
    bool m_hasScheme = false;
    QSet<QString> m_seen;
    TrustedList m_list;
};

QXmlStreamReader::TokenType ListReader::next()
{
    switch (m_xml.readNext()) {
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
        fault(QStringLiteral("a document type and entities have no place in a trusted list"));
        break;
    case QXmlStreamReader::StartElement:
        if (++m_depth > TrustedList::maxDepth)
            fault(QStringLiteral("more than %1 elements within each other").arg(TrustedList::maxDepth));
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    default:
        break;
    }
    return m_xml.hasError() ? QXmlStreamReader::Invalid : m_xml.tokenType();
}

// To the next element inside the one we are in; false at its end, with the end read.
bool ListReader::enterChild()
{
    while (true) {
        switch (next()) {
        case QXmlStreamReader::StartElement:
            return true;
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            return false;
        default:
            break;
        }
    }
}

void ListReader::skip()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && next() != QXmlStreamReader::Invalid) { }
}

QString ListReader::text()
{
    QString text;
    while (true) {
        switch (next()) {
        case QXmlStreamReader::Characters:
            text += m_xml.text();
            if (text.size() > maxText)
                fault(QStringLiteral("a text of more than %1 characters").arg(maxText));
            break;
        case QXmlStreamReader::StartElement:
            fault(QStringLiteral("an element where a text belongs"));
            break;
        case QXmlStreamReader::EndElement:
            return text.trimmed();
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            return {};
        default:
            break;
        }
    }
}

bool ListReader::is(const char *name) const
{
    return m_xml.name() == QLatin1String(name) && m_xml.namespaceUri() == QLatin1String("http://uri.etsi.org/02231/v2#");
}

// Of the languages it is given in: English where that is one, else the first.
QString ListReader::name()
{
    QString chosen;
    while (enterChild()) {
        const bool isEnglish = m_xml.attributes().value(QLatin1String("xml:lang")) == QLatin1String("en");
        if (is("Name") && (chosen.isEmpty() || isEnglish))
            chosen = withoutControls(text().simplified());
        else
            skip();
    }
    return chosen;
}

std::optional<Timestamp> ListReader::moment(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (moment.isValid() && moment.timeSpec() != Qt::LocalTime)
        return Timestamp{moment.toMSecsSinceEpoch(), 0};
    if (!m_xml.hasError())
        fault(QStringLiteral("\"%1\" is no time in UTC").arg(text.left(40)));
    return std::nullopt;
}

qint64 ListReader::number(const QString &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    if (!m_xml.hasError())
        fault(QStringLiteral("\"%1\" is no number from %2 to %3").arg(text.left(40)).arg(least).arg(most));
    return least;
}

void ListReader::readScheme()
{
    m_hasScheme = true;
    TrustedListMark &mark = m_list.mark;
    while (enterChild()) {
        if (is("TSLVersionIdentifier")) {
            const qint64 version = number(text(), 1, 1000);
            m_isNewer = version > newestVersion;
            if (m_isNewer || (version < oldestVersion && !m_xml.hasError()))
                fault(QStringLiteral("version %1 of the form; %2 to %3 are read").arg(version).arg(oldestVersion).arg(newestVersion));
        } else if (is("TSLSequenceNumber")) {
            mark.sequenceNumber = number(text(), 1, 1'000'000'000);
        } else if (is("TSLType")) {
            if (endsWith(text(), "/EUlistofthelists"))
                fault(QStringLiteral("this is the EU's list of lists, which names no authorities; take the list of a country"));
        } else if (is("SchemeOperatorName")) {
            mark.schemeOperator = name();
        } else if (is("SchemeTerritory")) {
            mark.territory = text();
        } else if (is("ListIssueDateTime")) {
            mark.issued = moment(text()).value_or(Timestamp());
        } else if (is("NextUpdate")) {
            readNextUpdate();
        } else {
            skip();
        }
    }
}

void ListReader::readNextUpdate()
{
    while (enterChild()) {
        if (is("dateTime"))
            m_list.mark.nextUpdate = moment(text());
        else
            skip();
    }
}

void ListReader::readProviders()
{
    while (enterChild()) {
        if (!is("TrustServiceProvider")) {
            skip();
            continue;
        }
        while (enterChild()) {
            if (is("TSPServices"))
                readServices();
            else
                skip();
        }
    }
}

void ListReader::readServices()
{
    while (enterChild()) {
        if (!is("TSPService")) {
            skip();
            continue;
        }
        const Service service = readService();
        if (!m_xml.hasError())
            take(service);
    }
}

// What the service was in earlier years stands in its history, which is left alone.
Service ListReader::readService()
{
    Service service;
    while (enterChild()) {
        if (is("ServiceInformation"))
            readInformation(service);
        else
            skip();
    }
    return service;
}

void ListReader::readInformation(Service &service)
{
    while (enterChild()) {
        if (is("ServiceTypeIdentifier"))
            service.type = text();
        else if (is("ServiceStatus"))
            service.status = text();
        else if (is("ServiceName"))
            service.name = name();
        else if (is("ServiceDigitalIdentity"))
            readIdentity(service);
        else if (is("ServiceInformationExtensions"))
            readExtensions(service);
        else
            skip();
    }
}

void ListReader::readIdentity(Service &service)
{
    while (enterChild()) {
        if (!is("DigitalId")) {
            skip();
            continue;
        }
        while (enterChild()) {
            if (is("X509Certificate"))
                service.certificates.append(text().remove(u' ').remove(u'\n').remove(u'\r').remove(u'\t').toLatin1());
            else
                skip();
        }
    }
}

void ListReader::readExtensions(Service &service)
{
    while (enterChild()) {
        if (!is("Extension")) {
            skip();
            continue;
        }
        while (enterChild()) {
            if (!is("AdditionalServiceInformation")) {
                skip();
                continue;
            }
            while (enterChild()) {
                if (is("URI"))
                    service.uses.append(text());
                else
                    skip();
            }
        }
    }
}

bool isGranted(const Service &service)
{
    return service.status == QLatin1String("http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted");
}

std::optional<TrustPurpose> purposeOf(const Service &service)
{
    if (service.type == QLatin1String("http://uri.etsi.org/TrstSvc/Svctype/TSA/QTST"))
        return TrustPurpose::TimestampAuthority;
    if (service.type != QLatin1String("http://uri.etsi.org/TrstSvc/Svctype/CA/QC"))
        return std::nullopt;
    // Some issue for web sites only; without any of these words it is for signatures (TS 119 612 section 5.5.9.4).
    const auto isFor = [&service](const char *use) {
        return std::any_of(service.uses.cbegin(), service.uses.cend(),
            [use](const QString &uri) { return endsWith(uri, use); });
    };
    const bool isForSigning = isFor("/ForeSignatures") || isFor("/ForeSeals") || !isFor("/ForWebSiteAuthentication");
    return isForSigning ? std::optional(TrustPurpose::Issuer) : std::nullopt;
}

void ListReader::take(const Service &service)
{
    const auto purpose = purposeOf(service);
    if (!purpose || !isGranted(service)) {
        ++m_list.otherServices;
        return;
    }
    for (const QByteArray &base64 : service.certificates) {
        const auto der = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        auto anchor = trustAnchor(der ? *der : QByteArray(), *purpose);
        if (!anchor) {
            ++m_list.unusableCertificates;
            continue;
        }
        if (m_seen.contains(anchor->key()))
            continue;
        m_seen.insert(anchor->key());
        anchor->source = {TrustOrigin::TrustedList, service.name, std::nullopt};
        m_list.anchors.append(*anchor);
        if (m_list.anchors.size() > TrustedList::maxAnchors)
            fault(QStringLiteral("more than %1 authorities").arg(TrustedList::maxAnchors));
    }
}

void ListReader::checkMark()
{
    const QString &territory = m_list.mark.territory;
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (m_xml.hasError())
        return;
    if (!m_hasScheme || m_list.mark.sequenceNumber == 0 || m_list.mark.issued == Timestamp())
        fault(QStringLiteral("the list does not say its sequence number and when it was issued"));
    else if (territory.size() != 2 || !std::all_of(territory.cbegin(), territory.cend(), isCapital))
        fault(QStringLiteral("\"%1\" is no territory").arg(withoutControls(territory).left(40)));
}

Result<TrustedList> ListReader::read()
{
    if (enterChild() && !is("TrustServiceStatusList"))
        fault(QStringLiteral("this is no trusted list (ETSI TS 119 612)"));
    while (enterChild()) {
        if (is("SchemeInformation"))
            readScheme();
        else if (is("TrustServiceProviderList"))
            readProviders();
        else
            skip();
    }
    while (!m_xml.hasError() && !m_xml.atEnd())
        next();
    checkMark();
    if (m_xml.hasError())
        return Error{m_isNewer ? ErrorCode::NewerVersion : ErrorCode::Malformed,
            QStringLiteral("line %1: %2").arg(m_xml.lineNumber()).arg(withoutControls(m_xml.errorString())), {}};
    for (TrustAnchor &anchor : m_list.anchors)
        anchor.source.list = m_list.mark;
    return m_list;
}

} // namespace

int TrustedList::countOf(TrustPurpose purpose) const
{
    return int(std::count_if(anchors.cbegin(), anchors.cend(),
        [purpose](const TrustAnchor &anchor) { return anchor.purpose == purpose; }));
}

Result<TrustedList> readTrustedList(const QByteArray &xml)
{
    if (xml.size() > TrustedList::maxBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(xml.size()), {}};
    return ListReader(xml).read();
}

} // namespace cq
