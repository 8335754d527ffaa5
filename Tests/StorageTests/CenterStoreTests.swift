import Foundation
import GRDB
import TestSupport
import Testing
import Workforce

@testable import Storage

@Suite struct CenterStoreTests {
  @Test func `has the settings that keep what was confirmed`() throws {
    try StoreFixtures.withStore { store in
      let names = [
        "journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema",
        "application_id", "user_version",
      ]
      let settings = try store.read { db in
        try names.map { try String.fetchOne(db, sql: "PRAGMA \($0)") ?? "" }
      }
      #expect(settings == ["wal", "2", "1", "1", "0", "1397249876", "2"])
      for name in ["", "-wal", "-shm"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: store.path + name)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
      }
    }
  }

  /// SQLite would read the old log into the new file.
  @Test func `a log that another database left is refused`() throws {
    try StoreFixtures.withPath { path in
      let log = URL(filePath: path + "-wal")
      try Data("x".utf8).write(to: log)
      let error = #expect(throws: ShiftwrightError.self) {
        try CenterStore.create(path, by: "hr", StoreFixtures.surroundings())
      }
      #expect(
        error?.message == "\(path)-wal was left by another database of that name.\n"
          + "Put that database back beside it, or move the file away; nothing was changed."
      )
      #expect(try Data(contentsOf: log) == Data("x".utf8))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `is one file when it is closed`() throws {
    try StoreFixtures.withPath { path in
      try CenterStore.create(path, by: "hr", StoreFixtures.surroundings())
      let folder = URL(filePath: path).deletingLastPathComponent().path
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["center.db"])
      let error = #expect(throws: ShiftwrightError.self) {
        try CenterStore.create(path, by: "hr", StoreFixtures.surroundings())
      }
      #expect(
        error?.message == "\(path) exists already.\nChoose another name, or use it as it is."
      )
    }
  }

  /// Of two programs that make a database at once, the second must not replace what is confirmed.
  @Test func `a database that came meanwhile is not replaced`() throws {
    try StoreFixtures.withPath { path in
      let draft = DatabaseFile(path: path).draft
      try draft.makeEmpty()
      try Data("first".utf8).write(to: URL(filePath: path))
      let error = #expect(throws: ShiftwrightError.self) { try draft.publish(as: path) }
      #expect(error?.message.hasPrefix("\(path) exists already.\n") == true)
      #expect(try Data(contentsOf: URL(filePath: path)) == Data("first".utf8))
    }
  }

  @Test func `drafts of programs that run no more are swept`() throws {
    try StoreFixtures.withPath { path in
      let folder = URL(filePath: path).deletingLastPathComponent()
      let names = [".center.db.99999999.new", ".center.db.1.new", ".other.db.99999999.new"]
      for name in names { try Data().write(to: folder.appending(path: name)) }
      try CenterStore.create(path, by: "hr", StoreFixtures.surroundings())
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(left == [".center.db.1.new", ".other.db.99999999.new", "center.db"])
    }
  }

  @Test func `other files are refused and stay as they are`() throws {
    let cases: [(bytes: [UInt8], what: String)] = [
      ([], "an empty file"), (Array("employee,name\n".utf8), "a text file"),
      ([0x50, 0x4B, 3, 4, 0], "a zip archive, such as an .xlsx file"),
      ([0, 1, 2, 200], "a file of another kind"),
      (Array("SQLite format 3\0".utf8), "the beginning of an SQLite database"),
    ]
    for (bytes, what) in cases {
      try StoreFixtures.withPath { path in
        try Data(bytes).write(to: URL(filePath: path))
        #expect(
          refusal(path) == """
            \(path) is no database of Shiftwright but \(what).
            Give a file that 'shiftwright db init' made; this one was not touched.
            """
        )
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(bytes))
      }
    }
  }

  @Test func `databases of other programs are refused and stay as they are`() throws {
    try StoreFixtures.withPath { path in
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE employee(x)") }
      try queue.close()
      let before = try Data(contentsOf: URL(filePath: path))
      #expect(
        refusal(path)?.hasPrefix(
          "\(path) is no database of Shiftwright but an SQLite database of another program.\n"
        ) == true
      )
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test func `what is not there says how to make it`() throws {
    try StoreFixtures.withPath { path in
      #expect(
        refusal(path)
          == "\(path): there is no such file.\nMake a database: shiftwright db init --db \(path)"
      )
      #expect(!FileManager.default.fileExists(atPath: path))
      let folder = URL(filePath: path).deletingLastPathComponent().path
      #expect(refusal(folder)?.contains(" but a folder.\n") == true)
    }
  }

  @Test func `a newer schema is refused, also when only the log says it`() throws {
    try StoreFixtures.withStore { store in
      try DatabaseQueue(path: store.path).inDatabase { db in
        try db.execute(sql: "PRAGMA user_version = 9")
      }
      let message = """
        \(store.path) was written by a newer Shiftwright: it has schema 9, this program knows \
        up to 2.
        Use the newer program; nothing was changed.
        """
      #expect(refusal(store.path) == message)
      _ = try store.direct { db in try db.checkpoint(.truncate) }
      #expect(refusal(store.path) == message)
    }
  }

  private func refusal(_ path: String) -> String? {
    do {
      _ = try CenterStore(path: path, StoreFixtures.surroundings())
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `a label for who asks is needed`() throws {
    try StoreFixtures.withStore { store in
      for label in ["", "two\nlines", String(repeating: "x", count: 101)] {
        #expect(throws: ShiftwrightError.self) {
          try store.replaceScenario(StoreFixtures.parts(seed: 2), isReplacing: true, by: label)
        }
      }
      let entries = try store.auditEntries()
      #expect(entries.count == 2)
    }
  }
}
