import Foundation
import GRDB
import Storage
import TestSupport
import Testing
import Workforce

/// What the store refuses, and what it gives back.
@Suite struct TrainingRecordsTests {
  private typealias Make = ScenarioFixtures

  private func refusal(
    _ store: CenterStore,
    _ body: (TrainingWriter) throws -> Recorded
  ) throws -> String {
    let change = try store.record("test", by: "lead", body)
    guard case .refused(let message, _) = change.value else { return "\(change.value)" }
    return message
  }

  private static func attempt(_ change: (inout AssessmentAttempt) -> Void) -> AssessmentAttempt {
    var attempt = AssessmentAttempt(
      employee: "E001",
      course: "aml",
      session: "s1",
      sat: Make.time("2026-03-03T11:30"),
      attempt: 1,
      score: Make.share(0.6),
      passMark: Make.share(0.8),
      examiner: "E003",
      evidence: "sheet 12",
      source: "lms",
      reference: "17"
    )
    change(&attempt)
    return attempt
  }

  @Test func `the same reference with another content is refused`() throws {
    let changes: [(inout AssessmentAttempt) -> Void] = [
      { $0.score = .one }, { $0.employee = "E002" }, { $0.sat = Make.time("2026-03-03T11:31") },
      { $0.attempt = 2 }, { $0.session = nil }, { $0.examiner = "" }, { $0.evidence = "x" },
      { $0.passMark = .one }, { $0.course = "lead" },
    ]
    try StoreFixtures.withTraining { store in
      for change in changes {
        let said = try refusal(store) { try $0.add(Self.attempt(change)) }
        #expect(said == "assessment '17' of source 'lms' is on record with another content.")
      }
      #expect(try refusal(store) { try $0.add(Self.attempt { _ in }) } == "known")
    }
  }

  @Test func `a correction replaces a row of the same person and course once`() throws {
    let cases: [(said: String, change: (inout AssessmentAttempt) -> Void)] = [
      ("corrects names '17', which '18' corrects already.", { $0.corrects = "17" }),
      (
        "corrects names '9', which no earlier row of source 'lms' has.", { $0.corrects = "9" }
      ),
      (
        "corrects names '20', which is another person's or another course's.",
        { $0.corrects = "20" }
      ),
      ("added", { $0.corrects = "18" }),
    ]
    try StoreFixtures.withTraining { store in
      for c in cases {
        let said = try refusal(store) { writer in
          try writer.add(
            Self.attempt { attempt in
              attempt.reference = "25"
              attempt.reason = "again"
              c.change(&attempt)
            }
          )
        }
        #expect(said == c.said)
      }
    }
  }

  @Test func `a certificate is taken back once, and stays taken back`() throws {
    try StoreFixtures.withTraining { store in
      #expect(try refusal(store) { try $0.revoke("c1", because: "fraud") } == "added")
      #expect(try refusal(store) { try $0.revoke("c1", because: "fraud") } == "known")
      #expect(
        try refusal(store) { try $0.revoke("c9", because: "fraud") }
          == "\(store.path) has no certificate 'c9'."
      )
      let record = try store.personalRecord(of: "E001")
      #expect(record.certifications.map(\.isRevoked) == [true])
      let again = try store.record("test", by: "lead") { writer in
        try StoreFixtures.addTraining(to: writer)
      }
      #expect(again.mark == nil)
    }
  }

  @Test func `why a certificate was taken back is kept, and never changed`() throws {
    try StoreFixtures.withTraining { store in
      let record = try store.personalRecord(of: "E002")
      let held = try #require(record.certifications.first)
      #expect(held.revocationReason == "mistake")
      var other = held
      other.revocationReason = nil
      #expect(try refusal(store) { try $0.add(other) } == "known")
      other.revocationReason = "fraud"
      #expect(
        try refusal(store) { try $0.add(other) }
          == "certificate 'c2' is on record as taken back for another reason."
      )
      other.reference = "c3"
      other.revocationReason = nil
      #expect(try refusal(store) { try $0.add(other) } == "added")
      let later = try store.personalRecord(of: "E002").certifications
      #expect(later.map(\.isRevoked) == [true, true])
      #expect(later.map(\.revocationReason) == ["mistake", nil])
      #expect(try store.check() == [])
    }
  }

  @Test func `a class on record gains people and loses none`() throws {
    try StoreFixtures.withTraining { store in
      let session = try #require(try store.trainingBook()?.training.sessions.first)
      var more = session
      more.attendees.append("E004")
      #expect(try refusal(store) { try $0.add(more) } == "added")
      #expect(try refusal(store) { try $0.add(more) } == "known")
      #expect(
        try refusal(store) { try $0.add(session) }
          == "class 's1' is on record with people who are not among these attendees."
      )
      more.trainer = "E004"
      #expect(
        try refusal(store) { try $0.add(more) } == "class 's1' is on record with another trainer."
      )
      more = session
      more.seats = 21
      #expect(
        try refusal(store) { try $0.add(more) } == "class 's1' is on record with another content."
      )
      #expect(try store.check() == [])
    }
  }

  @Test func `unknown names say which is near`() throws {
    try StoreFixtures.withTraining { store in
      let error = #expect(throws: ShiftwrightError.self) {
        try store.record("test", by: "lead") { writer in
          try writer.add(
            Attendance(employee: "E001", session: "s11", minutes: 1, reference: "x")
          )
        }
      }
      #expect(error?.message.hasPrefix("\(store.path) knows no class 's11'.\n") == true)
      let entries = try store.auditEntries()
      #expect(entries.count == 3)
    }
  }

  @Test func `a scenario keeps the names that records use`() throws {
    try StoreFixtures.withTraining { store in
      let error = #expect(throws: ShiftwrightError.self) {
        try store.replaceScenario(StoreFixtures.parts(seed: 2), isReplacing: true, by: "planner")
      }
      #expect(
        error?.message.hasPrefix(
          "\(store.path) has records of training that name course 'aml', course 'lead', "
            + "curriculum 'agent', room 'blue', which the scenario does not have.\n"
        ) == true
      )
      let entries = try store.auditEntries()
      #expect(entries.count == 3)
    }
  }

  /// Random attempts, corrections and certificates against a computation over plain values.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the book holds what counts, whatever the order of changes`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "book")
    try StoreFixtures.withTraining { store in
      var attempts = try ["E001", "E002"].flatMap {
        try store.personalRecord(of: $0).records.assessments
      }
      for round in 0..<6 {
        var new: [AssessmentAttempt] = []
        for number in 0..<8 {
          var attempt = Self.attempt { attempt in
            attempt.employee = ["E001", "E002", "E004"][stream.below(3)]
            attempt.course = ["aml", "lead", "new"][stream.below(3)]
            attempt.session = stream.below(2) == 0 ? nil : "s2"
            attempt.sat = Make.time("2026-03-0\(1 + stream.below(9))T0\(stream.below(9)):30")
            // no two alike: the same try is recorded once
            attempt.attempt = 1 + (8 * round + number) * 7 % 48
            attempt.score = Make.share(Double(stream.below(11)) / 10)
            attempt.reference = "\(round)-\(number)"
          }
          let all = attempts + new
          let open = all.filter { old in !all.contains { $0.corrects == old.reference } }
          if stream.below(3) == 0, let old = open.isEmpty ? nil : open[stream.below(open.count)] {
            (attempt.employee, attempt.course) = (old.employee, old.course)
            (attempt.corrects, attempt.reason) = (old.reference, "checked")
          }
          new.append(attempt)
        }
        _ = try store.record("test", by: "lead") { writer in
          for attempt in new {
            let recorded = try writer.add(attempt)
            #expect(recorded == .added)
          }
        }
        attempts += new
        let book = try #require(try store.trainingBook())
        for (person, found) in zip(book.people, book.attempts) {
          let expected = Self.counting(attempts.filter { $0.employee == person.id }, book)
          #expect(found == expected, "\(person.id)")
        }
      }
      #expect(try store.check() == [])
    }
  }

  /// Attempts that nothing corrects, in the documented order, in their compact form.
  private static func counting(_ attempts: [AssessmentAttempt], _ book: StoredTrainingBook)
    -> [TrainingBook.Attempt]
  {
    let open = attempts.filter { old in
      !attempts.contains { $0.corrects == old.reference && $0.source == old.source }
    }
    let place = { (name: String) in book.courses.firstIndex(of: name) ?? -1 }
    let key = { (attempt: AssessmentAttempt) -> (Int, String, Int, String) in
      (place(attempt.course), attempt.sat.description, attempt.attempt, attempt.reference)
    }
    let order = open.sorted { key($0) < key($1) }
    return order.map { attempt in
      let minute = attempt.sat.date.daysSinceEpoch * 1440 + attempt.sat.secondOfDay / 60
      let session = book.training.sessions.firstIndex { $0.id == attempt.session } ?? -1
      return TrainingBook.Attempt(
        sat: Int32(minute),
        session: Int32(session),
        course: UInt16(place(attempt.course)),
        number: UInt16(attempt.attempt),
        isPassed: attempt.score.value >= attempt.passMark.value
      )
    }
  }
}
