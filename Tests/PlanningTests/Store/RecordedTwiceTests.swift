import Foundation
import Interchange
import Storage
import TestSupport
import Testing
import Workforce

@testable import Planning

/// What is recorded twice, seats of full classes, and values that look wrong.
@Suite struct RecordedTwiceTests {
  private typealias Make = ScenarioFixtures
  private static let now = Instant(secondsSinceEpoch: 1_775_000_000)

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "done"
    } catch {
      return "\(error)"
    }
  }

  private func assessed(_ sat: String, _ score: Double) -> TrainingRecorder.Assessed {
    TrainingRecorder.Assessed(
      employee: "cy",
      course: "aml",
      sat: Make.time(sat),
      score: Make.share(score)
    )
  }

  private func write(_ name: String, _ text: String, _ center: TrainedCenter) throws -> String {
    let folder = "\(center.folder)-lms-\(name)"
    try AtomicFolder.write(
      [OutputFile(name: name, text: text)],
      to: folder,
      replacingExisting: true
    )
    return "\(folder)/\(name)"
  }

  @Test func `the same assessment again is on record already, another content is refused`() throws {
    try TrainedCenter.with { center in
      let recorder = center.recorder
      let said = assessed("2026-03-10T10:00", 0.9)
      _ = try recorder.assess(said, now: Self.now)
      let again = try recorder.assess(said, now: Self.now)
      #expect(again.mark == nil)
      #expect(
        again.text == "1 assessment is on record already as 1 of source shiftwright: passed."
      )
      let other = message {
        _ = try recorder.assess(assessed("2026-03-10T10:00", 0.5), now: Self.now)
      }
      #expect(
        other == """
          An assessment of 'cy' at 'aml' of 2026-03-10T10:00 is on record as 1 of source shiftwright, \
          with another content.
          Correct it with 'shiftwright training correct shiftwright 1'; or give the time of this one, \
          or --attempt.
          """
      )
      var second = assessed("2026-03-10T10:00", 0.5)
      second.attempt = 2
      #expect(try recorder.assess(second, now: Self.now).mark != nil)
      let record = try DatabaseTraining(path: center.database.path).record(of: "cy")
      #expect(record.records.assessments.count == 2 && record.certifications.count == 1)
    }
  }

  private static let header =
    "employee,course,sat,attempt,score,pass_mark,examiner,evidence,session,source,reference"

  @Test func `a try in two rows is refused with what is on record, or with the line`() throws {
    try TrainedCenter.with { center in
      let text = """
        \(Self.header)
        cy,aml,2026-02-10T10:00,1,0.9,0.8,,,,lms,101
        cy,aml,2026-02-10T10:00,1,0.9,0.8,,,,lms,102
        cy,aml,2026-02-10T10:00,2,0.9,0.8,,,,lms,103

        """
      let path = try write("assessments.csv", text, center)
      let said = message { _ = try center.recorder.importFiles([path], isCertifying: false) }
      #expect(
        said == """
          \(path):3: try 1 of employee 'cy' at 'aml' of 2026-02-10T10:00 is on record already, as \
          '101' of source 'lms'.
          Leave it out; or correct what is on record: shiftwright training correct lms 101 --score \
          SHARE --reason TEXT.
          1 error. Nothing was written.
          """
      )
      let files = [OutputFile(name: "assessments.csv", text: text)]
      let loaded = TrainingFolder.records(files, inputs: center.inputs)
      #expect(
        loaded.errors.map(\.message) == [
          "try 1 of employee 'cy' at 'aml' of 2026-02-10T10:00 stands in line 2 already."
        ]
      )
    }
  }

  @Test func `passes without certificates are counted, and get them by the next import`() throws {
    try TrainedCenter.with { center in
      let path = try write(
        "assessments.csv",
        """
        \(Self.header)
        cy,aml,2026-02-10,1,0.9,0.8,,,,lms,101
        cy,cards_course,2010-02-11,1,0.6,0.5,,,,lms,102
        bo,aml,2010-03-03,1,0.6,0.5,,,s1,lms,103
        ada,aml,2026-02-12,1,0.1,0.8,,,,lms,104

        """,
        center
      )
      let first = try center.recorder.importFiles([path], isCertifying: false)
      #expect(
        first.text == """
          1 file: 4 assessments new.
          3 passes have no certificate. To issue them: shiftwright training import \(path) --certify \
          --db \(center.database.path)
          """
      )
      #expect(
        first.warnings == [
          "2 rows have a pass_mark other than the course's, the first: reference 102 of source lms, 0.5 "
            + "and not 0.75.",
          "1 row has a sat that is not on the day of the class, the first: reference 103 of source lms, "
            + "class s1 of 2026-03-03.",
        ]
      )
      let second = try center.recorder.importFiles([path], isCertifying: true)
      #expect(second.text == "1 file: 3 certificates new.")
      let third = try center.recorder.importFiles([path], isCertifying: true)
      #expect(third.text == "1 file: nothing new." && third.mark == nil)
      #expect(try center.database.check() == [])
    }
  }

  @Test func `an attendance is replaced with a reason, and both stay`() throws {
    try TrainedCenter.with { center in
      let recorder = center.recorder
      let first = try recorder.attend("s1", ["bo", "cy"], minutes: 900)
      #expect(first.warnings == ["class s1 has 90 minutes only."])
      #expect(try recorder.attend("s1", ["bo"], minutes: 900).mark == nil)
      #expect(
        message { _ = try recorder.attend("s1", ["bo", "ada"], minutes: 80) } == """
          On record with other minutes at class 's1': bo, ada.
          Leave them out; or replace what is on record with --replace and --reason.
          """
      )
      for minutes in [90, 80] {
        _ = try recorder.attend("s1", ["bo"], minutes: minutes, replacingBecause: "typo: twice")
      }
      let record = try DatabaseTraining(path: center.database.path).record(of: "bo")
      let rows = record.records.attendances
      #expect(rows.map(\.minutes) == [900, 90, 80])
      #expect(rows.map(\.number) == ["attendance-1", "attendance-3", "attendance-4"])
      #expect(rows.map(\.replaced) == [nil, "attendance-1", "attendance-3"])
      let path = try write(
        "attendance.csv",
        "employee,session,minutes,reference\nbo,s1,70,x1\ncy,s1,900,attendance-2\n",
        center
      )
      #expect(
        message { _ = try recorder.importFiles([path], isCertifying: false) } == """
          \(path):2: employee 'bo' is on record at class 's1' already, as 'attendance-4'.
          Leave it out; or replace what is on record: 'shiftwright training attend --replace'.
          1 error. Nothing was written.
          """
      )
      #expect(try center.database.check() == [])
    }
  }

  /// A class of two, with a name on its list.
  private func small(_ center: TrainedCenter) throws {
    let path = try write(
      "sessions.csv",
      "session,course,start,end,room,site,trainer,seats,attendees\n"
        + "s9,aml,2026-04-03T10:00,2026-04-03T11:00,,,,2,ada\n",
      center
    )
    _ = try center.recorder.importFiles([path], isCertifying: false)
  }

  @Test func `an enrolment in a class is a seat, until the class is full`() throws {
    try TrainedCenter.with { center in
      try small(center)
      let from = Make.date("2026-04-01")
      let goal = TrainingRecorder.Goal.course("aml", session: "s9")
      let enrol = { (people: [String]) in
        try center.recorder.enrol(people, team: nil, on: goal, from: from, cohort: "")
      }
      #expect(
        message { _ = try enrol(["bo", "cy"]) } == """
          Class 's9' has 2 seats and 1 person on its list: 1 free, 2 wanted.
          Enrol fewer, in another class, or in the course without a class.
          """
      )
      #expect(try enrol(["ada", "cy"]).text == "2 people are on aml from 2026-04-01: 2 new.")
      let sessions = try LoadedScenario(center.database.path).inputs.training.sessions
      #expect(sessions.first { $0.id == "s9" }?.attendees == ["ada", "cy"])
      let path = try write(
        "enrolments.csv",
        "employee,curriculum,course,session,cohort,from\nbo,,aml,s9,,2026-04-01\n",
        center
      )
      #expect(
        message { _ = try center.recorder.importFiles([path], isCertifying: false) }
          .contains("class 's9' is full: seats 2, people on its list 2.")
      )
      let due = try TrainingReporter(
        TrainingSources.at(center.database.path),
        asker: .planner,
        on: Make.date("2026-03-01")
      ).due(within: 60)
      #expect(due.needs?.map { "\($0.due.employee) \($0.booked ?? "")" } == ["ada s1"])
      let passport = try TrainingReporter(
        TrainingSources.at(center.database.path),
        asker: .trainingLead,
        on: Make.date("2026-03-01")
      ).passport(of: "cy")
      #expect(passport.sessions.map(\.id).contains("s9"))
      #expect(try center.database.check() == [])
    }
  }

  @Test func `values that look wrong are said`() throws {
    try TrainedCenter.with { center in
      let recorder = center.recorder
      #expect(
        message { _ = try recorder.assess(assessed("2031-03-10T10:00", 0.9), now: Self.now) }
          == "sat is 2031-03-10T10:00, which is in the future: today is 2026-03-31.\n"
          + "Give the day on which it was sat."
      )
      var seventh = assessed("2026-03-10T10:00", 0.5)
      (seventh.attempt, seventh.passMark) = (7, Make.share(0.4))
      let warnings = try recorder.assess(seventh, now: Self.now).warnings
      #expect(
        warnings == [
          "try 7 is given, but on record try 1 is the next. Record those before it too.",
          "the pass mark is 0.4, that of the course 0.8.",
        ]
      )
    }
  }

  @Test func `all that is wrong is said at once`() throws {
    try TrainedCenter.with { center in
      let (recorder, place) = (center.recorder, center.database.path)
      let from = Make.date("2026-04-01")
      let enrolled = message {
        _ = try recorder.enrol(
          ["adaa", "boo"],
          team: "red",
          on: .curriculum("agnet"),
          from: from,
          cohort: ""
        )
      }
      #expect(
        enrolled == """
          \(place) knows no employee 'adaa'.
          Did you mean 'ada'?
          \(place) knows no employee 'boo'.
          Did you mean 'bo'?
          \(place) knows no team 'red'.
          There is none.
          \(place) knows no curriculum 'agnet'.
          Did you mean 'agent'?
          """
      )
      let paired = message {
        _ = try recorder.mentor("ada", by: "ada", from: from, until: from.adding(days: -1))
      }
      #expect(paired.split(separator: "\n").count == 4)
    }
  }
}
