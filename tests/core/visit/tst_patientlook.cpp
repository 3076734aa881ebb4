// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/patientlook.h"

#include <QTest>

using namespace cq;

class TestPatientLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // All made up.
    void whatLooksLikeAPatientIsNoticed_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<PatientLook>("look");
        const auto row = [](const char *label, PatientLook look) {
            QTest::newRow(label) << QString::fromUtf8(label) << look;
        };
        row("1970-02-01", PatientLook::Date);
        row("1.2.70", PatientLook::Date);
        row("A, born 01/02/1970", PatientLook::Date);
        row("24.12.", PatientLook::Date);
        row("1 Feb 1970", PatientLook::Date);
        row("3. März 1970", PatientLook::Date);
        row("4711815", PatientLook::LongNumber);
        row("12 34 56", PatientLook::LongNumber);
        row("B-12345", PatientLook::LongNumber);
        row("JD 42", PatientLook::InitialsAndNumber);
        row("J.D.1970", PatientLook::InitialsAndNumber);
        row("MUS-071", PatientLook::InitialsAndNumber);
        row("42 JD", PatientLook::InitialsAndNumber);
        row("Doe, John", PatientLook::PersonName);
        row("Erika Mustermann", PatientLook::PersonName);
        row("J. Doe", PatientLook::PersonName);
        row("Mr Doe", PatientLook::PersonName);
        row("frau mustermann", PatientLook::PersonName);
        row("Jean-Luc Élan", PatientLook::PersonName);
        row("１９７０-02-01", PatientLook::Date); // full-width digits
    }

    void whatLooksLikeAPatientIsNoticed()
    {
        QFETCH(QString, label);
        QFETCH(PatientLook, look);
        QCOMPARE(patientLookOf(label).has_value(), true);
        QCOMPARE(*patientLookOf(label), look);
    }

    void harmlessLabelsPass_data()
    {
        QTest::addColumn<QString>("label");
        for (const char *label : {"A", "AB", "Case 12", "B (paediatric)", "day +7", "ward 7", "A1", "C: night shift", "Nr. 3",
                 "second infusion", "Kind 2", ""})
            QTest::newRow(label) << QString::fromUtf8(label);
    }

    void harmlessLabelsPass()
    {
        QFETCH(QString, label);
        const auto look = patientLookOf(label);
        QVERIFY2(!look, look ? qPrintable(textOf(*look)) : "");
    }
};

QTEST_APPLESS_MAIN(TestPatientLook)
#include "tst_patientlook.moc"
