import Foundation
import GRDB
import TestSupport
import Testing
import Workforce

@testable import Storage

@Suite struct DurabilityTests {
  /// A second connection holds the lock while the store wants to write.
  @Test func `another writer is told, and nothing is lost`() throws {
    try StoreFixtures.withStore { store in
      let other = try DatabaseQueue(path: store.path)
      let other2 = StoreFixtures.parts(people: 3, seed: 2)
      try other.writeWithoutTransaction { db in
        try db.beginTransaction(.immediate)
        let error = #expect(throws: ShiftwrightError.self) {
          try store.replaceScenario(other2, isReplacing: true, by: "hr")
        }
        #expect(
          error?.message == """
            \(store.path) is being written by another program.
            Try again in a moment; nothing was changed.
            """
        )
        #expect(try store.scenario()?.people == StoreFixtures.parts().people)
        try db.rollback()
      }
      _ = try store.replaceScenario(other2, isReplacing: true, by: "hr")
      #expect(try store.check().isEmpty)
    }
  }

  /// Threads that all write, each by a connection of its own.
  @Test func `writers that wait for each other lose nothing`() throws {
    try StoreFixtures.withStore { store in
      let path = store.path
      let workers = 4
      let rounds = 5
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        do {
          let own = try CenterStore(
            path: path,
            StoreFixtures.surroundings(seed: UInt64(worker + 9), patience: .seconds(20))
          )
          for round in 0..<rounds {
            let file = StoredFile(name: "snapshots/\(worker)-\(round)", bytes: [1])
            _ = try own.add([file], "snapshot", by: "worker \(worker)")
          }
          try own.close()
        } catch {
          Issue.record("\(error)")
        }
      }
      let files = try store.fileNames(beginning: "snapshots/")
      #expect(files.count == workers * rounds)
      #expect(try store.auditEntries().count == 2 + workers * rounds)
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `a full disk is told, and nothing is damaged`() throws {
    try StoreFixtures.withStore { store in
      let head = try store.head()
      try store.direct { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
      }
      let error = #expect(throws: ShiftwrightError.self) {
        try store.replaceScenario(
          StoreFixtures.parts(people: 400, seed: 2),
          isReplacing: true,
          by: "hr"
        )
      }
      #expect(
        error?.message == """
          The disk with \(store.path) is full.
          Make room and try again; nothing was changed, \(store.path) is as it was.
          """
      )
      #expect(try store.head() == head)
      #expect(try store.check().isEmpty)
    }
  }

  @Test(arguments: [
    (
      ResultCode.SQLITE_IOERR_WRITE,
      """
      The disk refuses to write DB; it may be full, or at its quota or largest file.
      Make room and try again; nothing was changed, DB is as it was.
      """
    ),
    (
      .SQLITE_READONLY,
      """
      DB may not be written here.
      Check the permissions of the file and its folder; nothing was changed.
      """
    ),
    (
      .SQLITE_NOTADB,
      """
      DB is damaged: file is not a database.
      Restore the newest backup; 'shiftwright db check --db DB' says more.
      """
    ),
    (.SQLITE_CONSTRAINT, "DB refuses the change: constraint failed.\nNothing was changed."),
  ])
  func `says what the database refuses`(code: ResultCode, said: String) {
    let error = DatabaseError(resultCode: code)
    #expect(StoreFailure.error(error, "DB").message == said)
  }

  @Test func `a statement with its values is never shown`() throws {
    try StoreFixtures.withStore { store in
      let error = #expect(throws: ShiftwrightError.self) {
        try store.write("test", by: "hr") { db, _ in
          try db.execute(
            sql: "UPDATE employee SET id = 'E002', name = 'Secret' WHERE id = ?",
            arguments: ["E001"]
          )
        }
      }
      #expect(
        error?.message == """
          \(store.path) refuses the change: UNIQUE constraint failed: employee.id.
          Nothing was changed.
          """
      )
    }
  }

  @Test func `a backup holds everything confirmed and replaces only its own kind`() throws {
    try StoreFixtures.withStore { store in
      let file = store.path + ".copy"
      #expect(try store.copy(to: file) == store.head())
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      _ = try store.erase("E001", reason: "asked for it", by: "hr")
      #expect(try store.copy(to: file) == store.head())
      let copy = try CenterStore(path: file, StoreFixtures.surroundings())
      #expect(try copy.check().isEmpty)
      #expect(try copy.scenario()?.people == store.scenario()?.people)
      try copy.close()
      try StoreFixtures.withStore { other in
        try other.run("UPDATE center SET mark = randomblob(32)")
        _ = #expect(throws: ShiftwrightError.self) { try other.copy(to: file) }
      }
      for taken in [store.path, store.path + ".txt"] {
        if taken != store.path { try Data("x".utf8).write(to: URL(filePath: taken)) }
        let error = #expect(throws: ShiftwrightError.self) { try store.copy(to: taken) }
        #expect(
          error?.message
            == "\(taken) exists already and is no backup of \(store.path).\nChoose another name."
        )
      }
    }
  }
}

extension CenterStore {
  fileprivate func run(_ sql: String) throws {
    try direct { db in try db.execute(sql: sql) }
  }
}
