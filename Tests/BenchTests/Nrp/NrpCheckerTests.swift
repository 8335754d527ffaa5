import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct NrpCheckerTests {
  /// Rows of Ann and Ben, one character a day, and what is broken.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let ann: String
    let ben: String
    let broken: [String]
    var testDescription: String { name }
  }

  static let good = (ann: "EE--EE----", ben: "----------")

  static let cases = [
    Case(name: "all rules kept", ann: good.ann, ben: good.ben, broken: []),
    Case(
      name: "day off kept by others, not by Ann",
      ann: "EEE-------",
      ben: "---E------",
      broken: []
    ),
    Case(
      name: "day off worked",
      ann: "--EE------",
      ben: good.ben,
      broken: ["employee Ann: day 3 must be off"]
    ),
    Case(name: "most minutes met", ann: "EEE----EEE", ben: good.ben, broken: []),
    Case(
      name: "most minutes exceeded",
      ann: "EEE----EEN",
      ben: good.ben,
      broken: ["employee Ann: 3000 minutes, at most 2880"]
    ),
    Case(name: "least minutes met", ann: "EE--------", ben: good.ben, broken: []),
    Case(
      name: "least minutes missed",
      ann: "E---------",
      ben: good.ben,
      broken: ["employee Ann: 480 minutes, at least 960"]
    ),
    Case(
      name: "shifts of a kind met",
      ann: "NN--------",
      ben: "N-N-------",
      broken: [
        "employee Ann: 2 shifts N, at most 1"
      ]
    ),
    Case(
      name: "no shift of a kind",
      ann: good.ann,
      ben: "L---------",
      broken: [
        "employee Ben: 1 shifts L, at most 0"
      ]
    ),
    Case(name: "most in a row met", ann: good.ann, ben: "-EEEE-----", broken: []),
    Case(
      name: "most in a row exceeded",
      ann: good.ann,
      ben: "EEEEE-----",
      broken: [
        "employee Ben: day 0: 5 shifts in a row, at most 4"
      ]
    ),
    Case(
      name: "a short run at either end goes on outside",
      ann: "E----EE--E",
      ben: good.ben,
      broken: []
    ),
    Case(
      name: "a short run inside",
      ann: "E---E---EE",
      ben: good.ben,
      broken: [
        "employee Ann: day 4: 1 shifts in a row, at least 2"
      ]
    ),
    Case(
      name: "days off at either end go on outside",
      ann: "-EE----EE-",
      ben: good.ben,
      broken: []
    ),
    Case(
      name: "too few days off inside",
      ann: "-EE-EE----",
      ben: good.ben,
      broken: [
        "employee Ann: day 3: 1 days off in a row, at least 2"
      ]
    ),
    Case(name: "weekends met", ann: "-----EE---", ben: good.ben, broken: []),
    Case(name: "L after E", ann: "ELL-------", ben: good.ben, broken: []),
    Case(
      name: "E after L",
      ann: "LE--------",
      ben: good.ben,
      broken: [
        "employee Ann: day 1: shift E cannot follow L"
      ]
    ),
  ]

  private static func row(_ text: String, _ instance: NrpInstance) -> [Int] {
    text.map { letter in instance.kinds.firstIndex { $0.name == String(letter) } ?? -1 }
  }

  @Test(arguments: cases)
  func `names what is broken`(c: Case) throws {
    let instance = try NrpReader.instance(TinyNurses.text, path: "tiny.txt")
    let roster = NrpRoster(days: [Self.row(c.ann, instance), Self.row(c.ben, instance)])
    #expect(NrpChecker(instance: instance).verdict(on: roster).broken == c.broken)
  }

  /// Three weeks, one weekend allowed: Saturday and Sunday of one are one, of two are two.
  @Test(arguments: [
    ("-----EE--------------", 0), ("-----E-------E-------", 1), ("------E------E-------", 1),
    ("------E------E------E", 1),
  ])
  func `counts weekends`(row: String, broken: Int) {
    var instance = NrpInstance(name: "weekends")
    instance.dayCount = 21
    instance.kinds = [NrpInstance.Kind(name: "E", minutes: 480, forbiddenNext: [])]
    instance.people = [
      NrpInstance.Person(
        name: "Ann",
        mostOfKind: [21],
        mostMinutes: 10000,
        leastMinutes: 0,
        mostConsecutive: 5,
        leastConsecutive: 1,
        leastDaysOff: 1,
        mostWeekends: 1
      )
    ]
    let roster = NrpRoster(days: [Self.row(row, instance)])
    let found = NrpChecker(instance: instance).verdict(on: roster).broken
    #expect(found.count == broken)
    #expect(found.allSatisfy { $0.contains("weekends with work, at most 1") })
  }

  /// Ann's wish, Ben's refusal, two too few, one too many: 2 + 3 + 200 + 1.
  @Test func `adds weights up`() throws {
    let instance = try NrpReader.instance(TinyNurses.text, path: "tiny.txt")
    let roster = NrpRoster(days: [
      Self.row("-----EE---", instance), Self.row("-N--------", instance),
    ])
    let verdict = NrpChecker(instance: instance).verdict(on: roster)
    #expect(verdict.requests == 5)
    #expect(verdict.under == 200)
    #expect(verdict.over == 1)
    #expect(verdict.cost == 206)
  }
}
