import Foundation
import Interchange
import TestSupport
import Testing
import Workforce

@testable import Planning

/// `db import --replace` over records of training.
@Suite struct ReplacedScenarioTests {
  private static let trained = "courses:\n  - {name: trained, length_minutes: 60, pass_mark: 0.5}\n"

  /// Replaces the scenario by one whose `training.yaml` is another; gives what is said.
  private func replace(_ center: TrainedCenter, _ name: String, _ change: (String) -> String) throws
    -> String
  {
    let files = center.files.filter { RecordFile(rawValue: $0.name) == nil }.map { file in
      guard file.name == "training.yaml" else { return file }
      return OutputFile(
        name: file.name,
        text: change(String(decoding: file.bytes, as: UTF8.self))
      )
    }
    let folder = "\(center.folder)-\(name)"
    try AtomicFolder.write(files, to: folder, replacingExisting: false)
    do {
      _ = try center.database.importScenario(folder, isReplacing: true)
      return "replaced"
    } catch let error as ShiftwrightError {
      return error.message.replacing(folder, with: "FOLDER")
        .replacing(center.database.path, with: "DB")
    }
  }

  @Test func `versions that records name stay as they were`() throws {
    try TrainedCenter.with { center in
      let head = try center.database.verifyAudit(head: nil).last
      let said = try replace(center, "changed") { text in
        text.replacing("length_minutes: 60,", with: "length_minutes: 61,")
          .replacing("length_days: 7", with: "length_days: 8")
      }
      #expect(
        said.hasPrefix(
          """
          FOLDER changes what has begun, and records of training in DB name it:
          course 'aml' is not as it was.
          curriculum 'agent' is not as it was.
          Records are kept: take these versions over from 'shiftwright training curriculum --db DB', \
          and write a change as a new version, below, with a from of 20
          """
        ),
        "\(said)"
      )
      #expect(try center.database.verifyAudit(head: head).last == head)
      #expect(try center.database.check() == [])
    }
  }

  @Test func `later versions, trainers and what no record names may change`() throws {
    try TrainedCenter.with { center in
      let trainers = try replace(center, "trainers") { $0.replacing("trainers: [bo]", with: "") }
      #expect(trainers == "replaced")
      let version = try replace(center, "version") { text in
        text.replacing(
          "curricula:",
          with: "  - {name: aml, from: 2999-01-01, length_minutes: 60, pass_mark: 0.9}\ncurricula:"
        )
      }
      #expect(version == "replaced")
      for (number, mark) in ["0.5", "0.6"].enumerated() {
        let unused = try replace(center, "unused-\(number)") { text in
          text.replacing(
            "courses:\n",
            with: Self.trained.replacing("pass_mark: 0.5", with: "pass_mark: \(mark)")
          )
        }
        #expect(unused == "replaced")
      }
      #expect(try center.database.check() == [])
    }
  }

  /// Certificates are read in pieces; the last of them becomes unreadable when clocks change.
  @Test func `check reads every certificate, and names its line`() throws {
    let count = 10_050
    let more = (0..<count).map { row in
      let time = row == count - 1 ? "2026-03-29T01:30" : "2026-03-29"
      return "ada,aml,2026-03-29,\(time),2027-03-29,more-\(row),no,\n"
    }.joined()
    let change = { (file: OutputFile) -> OutputFile in
      guard file.name == RecordFile.certifications.rawValue else { return file }
      return OutputFile(name: file.name, bytes: file.bytes + Array(more.utf8))
    }
    try TrainedCenter.with(changing: change) { center in
      #expect(try center.database.check() == [])
      let exported = try center.exported().first {
        $0.name == RecordFile.certifications.rawValue
      }
      let given = center.files.first { $0.name == RecordFile.certifications.rawValue }
      #expect(exported == given)
      let files = center.files.filter { RecordFile(rawValue: $0.name) == nil }.map { file in
        OutputFile(
          name: file.name,
          text: String(decoding: file.bytes, as: UTF8.self)
            .replacing("time_zone: UTC", with: "time_zone: Europe/London")
        )
      }
      let folder = center.folder + "-london"
      try AtomicFolder.write(files, to: folder, replacingExisting: false)
      _ = try center.database.importScenario(folder, isReplacing: true)
      let findings = try center.database.check()
      #expect(findings.count == 1)
      #expect(findings.first?.line == 1 + 3 + count)
      #expect(findings.first?.message.contains("2026-03-29T01:30") == true, "\(findings)")
    }
  }
}
