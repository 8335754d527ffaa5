import Foundation
import Interchange
import Storage
import TestSupport
import Testing
import Workforce

@testable import Planning

/// What each command that records training does, and refuses.
@Suite struct TrainingRecorderTests {
  private typealias Make = ScenarioFixtures

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "done"
    } catch {
      return "\(error)"
    }
  }

  private func assessed(_ employee: String, _ sat: String, _ score: Double)
    -> TrainingRecorder.Assessed
  {
    TrainingRecorder.Assessed(
      employee: employee,
      course: "aml",
      sat: Make.time(sat),
      score: Make.share(score)
    )
  }

  /// The certificate held lapses on 4 March 2026, its window begins on 3 January.
  @Test(arguments: [
    ("2026-01-02T10:00", "2027-01-02"), ("2026-01-03T10:00", "2027-03-04"),
    ("2026-03-03T23:59", "2027-03-04"), ("2026-03-04T00:00", "2027-03-04"),
    ("2026-03-05T10:00", "2027-03-05"),
  ])
  func `a pass issues the certificate, renewed within the window`(sat: String, lapses: String)
    throws
  {
    try TrainedCenter.with { center in
      let outcome = try center.recorder.assess(assessed("ada", sat, 0.8))
      #expect(
        outcome.text == """
          1 assessment is on record as 1 of source shiftwright: passed.
          Certificate shiftwright-1 holds until \(lapses)T00:00.
          """
      )
      #expect(outcome.mark?.number == 3)
      let record = try DatabaseTraining(path: center.database.path).record(of: "ada")
      let issued = try #require(record.certifications.last)
      #expect(issued.reference == "shiftwright-1" && issued.from == Make.time(sat))
      #expect(issued.lapses == LocalDateTime(date: Make.date(lapses), secondOfDay: 0))
      #expect(try center.database.check() == [])
    }
  }

  @Test func `tries are counted since the latest pass`() throws {
    try TrainedCenter.with { center in
      for (day, score) in [(10, 0.5), (11, 0.5), (12, 0.9), (13, 0.5)] {
        _ = try center.recorder.assess(assessed("cy", "2026-03-\(day)T10:00", score))
      }
      let record = try DatabaseTraining(path: center.database.path).record(of: "cy")
      #expect(record.records.assessments.map(\.attempt) == [1, 2, 3, 1])
      #expect(record.records.assessments.map(\.reference) == ["1", "2", "3", "4"])
      #expect(record.certifications.map(\.attained.description) == ["2026-03-12"])
    }
  }

  @Test func `a corrected pass names the certificate that rests on it`() throws {
    try TrainedCenter.with { center in
      _ = try center.recorder.assess(assessed("cy", "2026-03-10T10:00", 0.9))
      let outcome = try center.recorder.correct(
        TrainingRecorder.Correction(
          source: "shiftwright",
          reference: "1",
          score: Make.share(0.7),
          reason: "misread"
        )
      )
      #expect(
        outcome.text == """
          1 correction is on record as correction-1 of source shiftwright: not passed.
          Certificate shiftwright-1 rests on what was a pass. Take it back: shiftwright training \
          certify --revoke shiftwright-1 --reason TEXT --db \(center.database.path)
          """
      )
      let manager = TrainingRecorder(center.database, asker: .manager)
      let silent = try manager.correct(
        TrainingRecorder.Correction(
          source: "shiftwright",
          reference: "correction-1",
          score: Make.share(0.75),
          reason: "seen again"
        )
      )
      #expect(
        silent.text
          == "1 correction is on record as correction-2 of source shiftwright."
      )
      #expect(
        try center.recorder.revoke("shiftwright-1", reason: "misread").text
          == "Certificate shiftwright-1 is taken back."
      )
      #expect(try center.recorder.revoke("shiftwright-1", reason: "misread").mark == nil)
      let record = try DatabaseTraining(path: center.database.path).record(of: "cy")
      #expect(record.certifications.map(\.isRevoked) == [true])
      #expect(record.records.assessments.map(\.score.value) == [0.9, 0.7, 0.75])
    }
  }

  @Test func `wrong names say which is meant, and nothing is written`() throws {
    try TrainedCenter.with { center in
      let recorder = center.recorder
      let place = center.database.path
      let from = Make.date("2026-03-02")
      let cases: [(said: String, body: () throws -> Void)] = [
        (
          "\(place) knows no curriculum 'agnet'.\nDid you mean 'agent'?",
          {
            _ = try recorder.enrol(
              ["ada"],
              team: nil,
              on: .curriculum("agnet"),
              from: from,
              cohort: ""
            )
          }
        ),
        (
          "\(place) knows no team 'red'.\nThere is none.",
          {
            _ = try recorder.enrol(
              [],
              team: "red",
              on: .curriculum("agent"),
              from: from,
              cohort: ""
            )
          }
        ),
        (
          "Class 's1' is of course 'aml', not of 'cards_course'.\nGive that course, or another class.",
          {
            let goal = TrainingRecorder.Goal.course("cards_course", session: "s1")
            _ = try recorder.enrol(["ada"], team: nil, on: goal, from: from, cohort: "")
          }
        ),
        (
          "\(place) knows no employee 'adaa'.\nDid you mean 'ada'?",
          { _ = try recorder.attend("s1", ["adaa"], minutes: 1) }
        ),
        (
          "\(place) knows no class 's'.\nDid you mean 's1'?",
          { _ = try recorder.attend("s", ["ada"], minutes: 1) }
        ),
        (
          "Employee 'ada' is their own mentor.\nGive somebody else as mentor.",
          { _ = try recorder.mentor("ada", by: "ada", from: from, until: from) }
        ),
        (
          "until is 2026-03-01 but from is 2026-03-02.\nGive the later day as until.",
          { _ = try recorder.mentor("ada", by: "bo", from: from, until: from.adding(days: -1)) }
        ),
        (
          "\(place) has no assessment '9' of source 'lsm'.\nDid you mean source 'lms'?",
          {
            _ = try recorder.correct(
              TrainingRecorder.Correction(
                source: "lsm",
                reference: "9",
                score: .one,
                reason: "x"
              )
            )
          }
        ),
        (
          "\(place) has no certificate 'c9'.\n"
            + "Give the reference of one; 'shiftwright db export' writes them to certifications.csv.",
          { _ = try recorder.revoke("c9", reason: "x") }
        ),
      ]
      for c in cases { #expect(message(c.body) == c.said) }
      let entries = try center.database.auditEntries(from: 1)
      #expect(entries.count == 2)
    }
  }

  @Test func `enrolments, classes and pairs are recorded once`() throws {
    try TrainedCenter.with { center in
      let recorder = center.recorder
      let from = Make.date("2026-04-01")
      let enrol = {
        try recorder.enrol(
          ["ada", "cy"],
          team: nil,
          on: .curriculum("agent"),
          from: from,
          cohort: "autumn"
        )
      }
      #expect(try enrol().text == "2 people are on agent from 2026-04-01: 2 new.")
      #expect(try enrol().mark == nil)
      #expect(
        try recorder.attend("s1", ["bo", "cy"], minutes: 60).text
          == "2 people with 60 minutes at class s1."
      )
      _ = try recorder.mentor("cy", by: "ada", from: from, until: from)
      let source = DatabaseTraining(path: center.database.path)
      let record = try source.record(of: "cy")
      #expect(record.enrolments.map(\.cohort) == ["autumn"])
      #expect(record.mentorings.map(\.mentor) == ["ada"])
      #expect(
        try ["ada", "cy"].map { try source.record(of: $0).records.attendances.map(\.reference) }
          == [["a1"], ["attendance-2"]]
      )
      for entry in try center.database.auditEntries(from: 3) {
        #expect(!entry.detail.contains("ada") && !entry.detail.contains("cy"))
      }
      #expect(try center.database.check() == [])
    }
  }

  @Test func `certificates by hand lapse as the course says, or as told`() throws {
    try TrainedCenter.with { center in
      let certify = { (course: String, lapse: TrainingRecorder.Lapse) in
        try center.recorder.certify(
          "cy",
          course,
          attained: Make.date("2026-03-31"),
          from: nil,
          lapse: lapse,
          reference: nil
        ).text
      }
      let said = [
        try certify("aml", .byCourse), try certify("cards_course", .byCourse),
        try certify("aml", .at(Make.time("2026-05-01T12:00"))),
      ]
      #expect(
        said == [
          "Certificate certificate-1 holds until 2027-03-31T00:00.",
          "Certificate certificate-2 holds for ever.",
          "Certificate certificate-3 holds until 2026-05-01T12:00.",
        ]
      )
      #expect(
        message { _ = try certify("aml", .at(Make.time("2026-03-31T00:00"))) }
          .hasPrefix("lapses is 2026-03-31T00:00 but from is 2026-03-31T00:00.\n")
      )
    }
  }

  @Test func `passes of an import get their certificates once`() throws {
    try TrainedCenter.with { center in
      let folder = center.folder + "-lms"
      let text = """
        employee,course,sat,attempt,score,pass_mark,examiner,evidence,session,source,reference,corrects,reason
        cy,aml,2026-02-10,2,0.9,0.8,,,,lms,101,,
        cy,aml,2026-02-03,1,0.5,0.8,,,,lms,100,,
        cy,cards_course,2026-02-11,1,0.9,0.8,,,,lms,102,,
        cy,cards_course,2026-02-11,1,0.2,0.8,,,,lms,103,102,swapped sheets
        cy,aml,2027-02-01,1,0.9,0.8,,,,lms,104,,

        """
      try AtomicFolder.write(
        [OutputFile(name: "assessments.csv", text: text)],
        to: folder,
        replacingExisting: false
      )
      let path = folder + "/assessments.csv"
      let outcome = try center.recorder.importFiles([path], isCertifying: true)
      #expect(outcome.text == "1 file: 2 certificates, 5 assessments new.")
      let again = try center.recorder.importFiles([path], isCertifying: true)
      #expect(again.mark == nil && again.text == "1 file: nothing new.")
      let record = try DatabaseTraining(path: center.database.path).record(of: "cy")
      #expect(record.certifications.map(\.reference) == ["lms-101", "lms-104"])
      #expect(
        record.certifications.map { $0.lapses?.date.description } == ["2027-02-10", "2028-02-10"]
      )
      #expect(try center.database.check() == [])
    }
  }

  @Test func `an import that is stopped leaves nothing`() throws {
    try TrainedCenter.with { center in
      let stop = StopSignal()
      stop.stop(.cancelled)
      let path = center.folder + "/assessments.csv"
      #expect(
        message {
          _ = try center.recorder.importFiles([path], isCertifying: false, stop: stop)
        } == "Stopped; nothing was changed."
      )
      let entries = try center.database.auditEntries(from: 1)
      #expect(entries.count == 2)
    }
  }

  @Test func `file names say what files hold`() throws {
    try TrainedCenter.with { center in
      let said = message {
        _ = try center.recorder.importFiles(
          ["/none/assessment.csv", "/none/performance.csv"],
          isCertifying: false
        )
      }
      #expect(said.contains("Did you mean 'assessments.csv'? Name it sessions.csv,"))
      #expect(said.contains("/none/performance.csv: there is no such file.\n"))
    }
  }
}

/// Versions of courses and curricula that have begun stay as they were.
@Suite struct VersionHistoryTests {
  private typealias Make = ScenarioFixtures

  private static func course(_ from: String?, _ mark: Double = 0.8, trainers: [String] = [])
    -> Course
  {
    Course(
      name: "aml",
      from: from.map { Make.date($0) },
      lengthMinutes: 60,
      passMark: Make.share(mark),
      trainers: trainers
    )
  }

  @Test(arguments: [
    ([course(nil)], [course(nil)], []),
    ([course(nil)], [course(nil, 0.9)], ["course 'aml' is not as it was."]),
    ([course(nil)], [], ["course 'aml' is gone."]),
    ([course(nil)], [course(nil), course("2026-03-05", 0.9)], []),
    (
      [course(nil)], [course(nil), course("2026-03-04", 0.9)],
      ["course 'aml' from 2026-03-04 is new, and begins in the past."]
    ),
    ([course(nil), course("2026-03-06")], [course(nil), course("2026-03-06", 0.9)], []),
    ([course(nil), course("2026-03-06")], [course(nil)], []),
    (
      [course("2026-03-05")], [course("2026-03-05", 0.9)],
      ["course 'aml' from 2026-03-05 is not as it was."]
    ),
    ([course(nil, trainers: ["E1"])], [course(nil)], []), ([], [course("2020-01-01")], []),
  ])
  func `names what changes the past`(old: [Course], new: [Course], faults: [String]) {
    let history = VersionHistory(today: Make.date("2026-03-05"))
    #expect(
      history.faults(from: TrainingInputs(courses: old), to: TrainingInputs(courses: new)) == faults
    )
  }

  @Test func `a changed curriculum is a new version, and records keep their names`() throws {
    try TrainedCenter.with { center in
      let file = center.folder + "-training.yaml"
      let now = Instant(secondsSinceEpoch: 1_772_409_600)
      let old = try center.recorder.curriculum()
      try Data(old.replacing("length_minutes: 60,", with: "length_minutes: 61,").utf8)
        .write(to: URL(filePath: file))
      let error = #expect(throws: ShiftwrightError.self) {
        try center.recorder.replaceCurriculum(file, now: now)
      }
      #expect(error?.message.contains("\ncourse 'aml' is not as it was.\n") == true)
      let later = old.replacing(
        "curricula:",
        with: "  - {name: aml, from: 2026-06-01, length_minutes: 60, pass_mark: 0.9}\ncurricula:"
      )
      try Data(later.utf8).write(to: URL(filePath: file))
      let outcome = try center.recorder.replaceCurriculum(file, now: now)
      #expect(outcome.text == "\(file) is in force: 2 courses, 1 curriculum.")
      #expect(try center.recorder.curriculum() == later)
      #expect(try center.recorder.replaceCurriculum(file, now: now).mark == nil)
      #expect(try center.database.check() == [])
      let courses = try LoadedScenario(center.database.path).inputs.training.courses
      #expect(courses.map(\.passMark.value) == [0.8, 0.75, 0.9])
    }
  }
}
