// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A small fictional core pack without faults, one value to a line, for tests to break.
inline QByteArray miniPack()
{
    return R"json({
  "format": "centrequal-pack",
  "formatVersion": 1,
  "id": "test.mini-1",
  "kind": "core",
  "version": "1.2.3",
  "languages": ["en", "pt-BR"],
  "title": "Mini pack",
  "publisher": "Tests of CentreQual",
  "status": "fictional",
  "validFrom": "2026-11-22",
  "description": "Two lines\nof text.",
  "changeNotes": [
    {"version": "1.2.3", "date": "2026-11-21", "text": "First."}
  ],
  "sources": [
    {"id": "S1", "title": "A page", "address": "https://example.org/page?x=1", "seen": "2026-11-20"},
    {"id": "S2", "title": "General knowledge", "address": "", "seen": "2026-11-19"}
  ],
  "facts": [
    {"id": "has_store", "group": "Store", "label": "Stores cells", "help": "Any cells.", "type": "boolean"},
    {"id": "beds", "group": "Ward", "label": "Beds", "type": "integer", "unit": "beds"},
    {"id": "land", "group": "Ward", "label": "Country", "type": "choice", "choices": [
      {"id": "de", "label": "Germany"},
      {"id": "fr", "label": "France"}
    ]},
    {"id": "since", "group": "Ward", "label": "Open since", "type": "date"}
  ],
  "policy": {
    "scale": {"met": 1000, "partially-met": 500, "not-met": 0},
    "weights": {"critical": 5, "major": 3, "minor": 1},
    "thresholds": {"failBelow": 7000, "passAt": 9000},
    "sectionFloor": {"passAt": 7500, "minItems": 5, "minWeight": 10},
    "outcomeRules": [
      {"id": "incomplete", "outcome": "Incomplete", "when": "completeness < 10000", "text": "Open answers."},
      {"id": "gate", "outcome": "NotQualified", "when": "gates_not_met > 0 or graded < failBelow", "text": "A gate."},
      {"id": "low", "outcome": "ConditionallyQualified", "when": "graded < passAt", "text": "Too low."},
      {"id": "fine", "outcome": "Qualified", "when": "always", "text": "Nothing against it."}
    ],
    "proposedSeverity": {
      "gate": {"partially-met": "major", "not-met": "critical"},
      "critical": {"partially-met": "minor", "not-met": "major"},
      "major": {"partially-met": "minor", "not-met": "major"},
      "minor": {"partially-met": "ofi", "not-met": "minor"}
    },
    "responseTimes": {
      "critical": {"containmentHours": 72, "planDays": 15},
      "major": {"planDays": 30, "closureDays": 90},
      "minor": {"planDays": 60, "closureDays": 180}
    }
  },
  "sections": [
    {
      "id": "AAA",
      "title": "Ward",
      "guidance": "Walk through it.",
      "appliesIf": "beds > 0",
      "criteria": [
        {
          "id": "AAA-01",
          "text": "The ward has a door.",
          "guidance": "Look at it.",
          "criticality": "critical",
          "gate": true,
          "weight": 7,
          "evidence": ["observation", "document"],
          "methods": ["observation"],
          "appliesIf": "land in (de, fr)",
          "naAllowed": false,
          "express": true,
          "sources": [
            {"source": "S1", "note": "area only"}
          ],
          "certainty": "A"
        }
      ],
      "sections": [
        {
          "id": "AAA-sub",
          "title": "Store of the ward",
          "appliesIf": "has_store",
          "criteria": [
            {
              "id": "AAA-02",
              "text": "The store is locked.",
              "criticality": "minor",
              "advisory": true,
              "evidence": ["record"],
              "methods": ["file-sample", "test-call"],
              "perFacility": true,
              "facilityTypes": ["storage", "pharmacy"],
              "sources": [],
              "certainty": "C"
            }
          ]
        }
      ]
}
  ]
  }
)json";
}
