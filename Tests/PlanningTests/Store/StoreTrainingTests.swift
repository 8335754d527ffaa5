import Foundation
import Interchange
import Storage
import TestSupport
import Testing
import Training
import Workforce

@testable import Planning

/// A scenario with all files of training goes into a database and comes out again.
@Suite struct StoreTrainingTests {
  @Test func `all files of training come out as they went in`() throws {
    try TrainedCenter.with { center in
      let out = try center.exported()
      #expect(out.map(\.name).count == Set(out.map(\.name)).count)
      let expected = Dictionary(uniqueKeysWithValues: center.files.map { ($0.name, $0.bytes) })
      #expect(Dictionary(uniqueKeysWithValues: out.map { ($0.name, $0.bytes) }) == expected)
      #expect(try center.database.check() == [])
      #expect(try center.database.importScenario(center.folder, isReplacing: false).mark == nil)
      let bytes = try center.database.open { store throws(ShiftwrightError) in
        try store.fileNames(beginning: "")
      }
      #expect(!bytes.contains { RecordFile(rawValue: $0) != nil })
    }
  }

  @Test func `a plan from the database starts from what one from the folder starts from`() throws {
    try TrainedCenter.with { center in
      let (folder, database) = (
        try LoadedScenario(center.folder), try LoadedScenario(center.database.path)
      )
      #expect(folder.inputs == database.inputs)
      let reasons = folder.inputs.training.certifications.map(\.revocationReason)
      #expect(reasons == [nil, nil, nil])
      for file in folder.files {
        #expect(Data(file.bytes).range(of: Data("wrong person".utf8)) == nil, "\(file.name)")
      }
      #expect(!folder.inputs.skillSpans.isEmpty)
      #expect(folder.files == database.files)
      #expect(folder.findings == database.findings)
    }
  }

  /// Another spelling of the same values comes out as this program writes it.
  @Test func `values survive another form of the files`() throws {
    let change = { (file: OutputFile) -> OutputFile in
      let text = String(decoding: file.bytes, as: UTF8.self)
      guard RecordFile(rawValue: file.name) != nil else { return file }
      let odd = text.replacing("\n", with: "\r\n").replacing(",0.8,", with: ",0.80,")
      return OutputFile(name: file.name, text: "\u{FEFF}" + odd)
    }
    try TrainedCenter.with(changing: change) { center in
      let out = try center.exported()
      #expect(Set(out) == Set(center.canonical))
    }
  }

  /// Made by the program of the first schema.
  @Test func `files of training in a database of the first schema become rows`() throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "StorageTests/Fixtures/v1-training.sqlite")
    try StoreFixtures.withPath { path in
      try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      let database = CenterDatabase(path: path)
      let training = try LoadedScenario(path).inputs.training
      #expect(training.certifications.map(\.reference) == ["c-1001", "c-1002"])
      #expect(training.certifications.map(\.isRevoked) == [false, true])
      #expect(training.sessions.map(\.attendees) == [["E0002", "E0001"], []])
      #expect(training.sessions.map(\.trainer) == ["E0003", nil])
      #expect(training.enrolments.map(\.cohort) == ["spring"])
      #expect(training.courseEnrolments.map(\.cohort) == ["spring, late"])
      #expect(training.mentorings.map(\.mentor) == ["E0002"])
      #expect(try database.check() == [])
      let actions = try database.auditEntries(from: 1).map(\.action)
      #expect(actions == ["create", "import", "migrate", "migrate"])
      let sessions = try #require(try database.files().first { $0.name == "sessions.csv" })
      #expect(
        String(decoding: sessions.bytes, as: UTF8.self) == """
          session,course,start,end,room,site,trainer,seats,attendees
          s1,aml,2026-03-03T10:00,2026-03-03T11:30,,,E0003,20,E0002+E0001
          s2,lead_course,2026-03-04T10:00,2026-03-04T14:00,,,,12,

          """
      )
      #expect(try database.erase("E0003", reason: "left").parts > 0)
      #expect(try database.verifyAudit(head: nil).findings == [])
    }
  }

  @Test func `errors of all files come at once, with their lines, and nothing is written`() throws {
    try TrainedCenter.with { center in
      let texts = [
        "attendance.csv": "employee,session,minutes,reference\nadda,s1,90,x\nada,s9,-1,y\n",
        "assessments.csv": """
        employee,course,sat,attempt,score,pass_mark,examiner,evidence,session,source,reference,corrects,reason
        ada,aml,2026-03-03T11:30,1,0.7,0.8,,,,lms,17,,
        ada,aml,2026-03-03T11:30,1,7,0.8,,,,lms,30,,
        ada,aml,2026-03-03T11:30,1,0.7,0.8,,,,lms,31,30,typing error
        bo,aml,2026-03-03T11:30,1,0.7,0.8,,,,lms,32,17,typing error

        """,
      ]
      let paths = try texts.keys.sorted().map { name in
        let path = center.folder + "-" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data((texts[name] ?? "").utf8).write(to: URL(filePath: "\(path)/\(name)"))
        return "\(path)/\(name)"
      }
      let error = #expect(throws: ShiftwrightError.self) {
        try TrainingRecorder(center.database).importFiles(paths, isCertifying: false)
      }
      let lines = (error?.message ?? "").split(separator: "\n").filter { $0.contains(".csv:") }
        .map { String($0.drop { $0 != "-" }.split(separator: "/").last ?? "") }
      #expect(
        lines == [
          "attendance.csv:2: unknown employee 'adda'.",
          "attendance.csv:3: unknown session 's9'.", "attendance.csv:3: minutes is -1.",
          "assessments.csv:2: assessment '17' of source 'lms' is on record with another content.",
          "assessments.csv:3: score is 7.",
          "assessments.csv:5: corrects names '17', which is another person's or another course's.",
        ],
        "\(error?.message ?? "")"
      )
      #expect(error?.message.hasSuffix("6 errors. Nothing was written.") == true)
      let entries = try center.database.auditEntries(from: 1)
      #expect(entries.count == 2)
    }
  }

  @Test func `who teaches by training yaml is not erased, everybody else is`() throws {
    try TrainedCenter.with { center in
      let error = #expect(throws: ShiftwrightError.self) {
        try center.database.erase("bo", reason: "left")
      }
      #expect(
        error?.message.hasPrefix(
          "\(center.database.path) has bo as a trainer of 'cards_course'; nothing was erased.\n"
        ) == true
      )
      #expect(try center.database.erase("ada", reason: "left").parts > 5)
      #expect(try center.database.check() == [])
      let files = try center.exported()
      for file in files {
        #expect(Data(file.bytes).range(of: Data("ada".utf8)) == nil, "\(file.name)")
      }
    }
  }

  @Test func `the book is what the files say`() throws {
    try TrainedCenter.with { center in
      let source = DatabaseTraining(path: center.database.path)
      let book = try source.book()
      #expect(book.people.map(\.id) == ["ada", "bo", "cy"])
      #expect(book.courses == ["aml", "cards_course"])
      #expect(book.sessions == ["s1"])
      #expect(book.attempts.map(\.count) == [1, 1, 0])
      #expect(book.attempts[0][0].isPassed && book.attempts[0][0].session == 0)
      #expect(book.certificates.map(\.count) == [2, 1, 0])
      #expect(book.certificates[1][0].isRevoked)
      #expect(book.inputs.training.courses == center.inputs.training.courses)
      #expect(book.inputs.training.sessions == center.inputs.training.sessions)
      #expect(book.inputs.training.enrolments == center.inputs.training.enrolments)
      #expect(book.inputs.training.mentorings == center.inputs.training.mentorings)
      let record = try source.record(of: "ada")
      #expect(
        record.certifications
          == center.inputs.training.certifications.filter { $0.employee == "ada" }
      )
      #expect(
        record.records.assessments == center.records.assessments.filter { $0.employee == "ada" }
      )
      #expect(record.records.attendances == center.records.attendances)
      #expect(record.mentorings == center.inputs.training.mentorings)
      let work = try source.performance(
        .quality,
        from: ScenarioFixtures.date("2026-03-02"),
        through: ScenarioFixtures.date("2026-03-02")
      )
      #expect(work == center.records.performance.filter { $0.measure == .quality })
    }
  }

  @Test func `who left stays on record, and is in no file`() throws {
    try TrainedCenter.with { center in
      let files = center.files.map { file in
        guard RecordFile(rawValue: file.name) == nil else {
          return OutputFile(name: file.name, bytes: file.bytes)
        }
        let lines = String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\n")
        let kept = lines.filter { file.name.hasSuffix(".yaml") || !$0.hasPrefix("ada,") }
        return OutputFile(name: file.name, text: kept.joined(separator: "\n"))
      }.filter { RecordFile(rawValue: $0.name) == nil }
      let folder = center.folder + "-later"
      try AtomicFolder.write(files, to: folder, replacingExisting: false)
      let imported = try center.database.importScenario(folder, isReplacing: true)
      #expect(imported.missing == ["ada"])
      #expect(try center.database.check() == [])
      let out = try center.exported()
      for file in out where file.name.hasSuffix(".csv") {
        #expect(Data(file.bytes).range(of: Data("ada".utf8)) == nil, "\(file.name)")
      }
      let source = DatabaseTraining(path: center.database.path)
      #expect(try source.record(of: "ada").certifications.count == 2)
      #expect(try source.book().people.map(\.id) == ["bo", "cy", "ada"])
    }
  }
}
