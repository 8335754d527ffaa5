import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct RepeatTests {
  @Test func `threads and repetition do not change the roster file`() throws {
    let drawn = try TeamCase.draft(
      people: 7,
      queues: 2,
      .overtime,
      .seats,
      .tenths,
      .skills
    )
    let first = try TeamCase(drawn).bytes()
    #expect(try TeamCase(drawn).bytes() == first)
    #expect(try TeamCase(drawn, threads: 2).bytes() == first)
  }

  @Test func `heads do not depend on threads either`() throws {
    let drawn = try TeamCase.draft(people: 7, load: 1.1, .heads)
    #expect(try TeamCase(drawn).bytes() == TeamCase(drawn, threads: 2).bytes())
  }

  @Test(arguments: 1...40)
  func `the same options give the same instance, and none has a fault`(seed: UInt64) throws {
    let draw = {
      try TeamCase.draft(
        people: 30,
        seed: seed,
        queues: 1 + Int(seed % 5),
        sites: 1 + Int(seed % 3),
        aroundTheClock: seed % 2 == 0,
        .overtime,
        .seats,
        .heads,
        .tenths,
        .skills
      )
    }
    let text = TeamText(try draw()).json
    #expect(TeamText(try draw()).json == text)
    #expect(try draw().faults == [])
    let other = try TeamCase.draft(people: 30, seed: seed + 1)
    #expect(TeamText(other).json != text)
  }

  /// What is written is what was drawn.
  @Test(arguments: 1...10)
  func `a written instance reads back the same`(seed: UInt64) throws {
    let drawn = try TeamCase.draft(people: 12, seed: seed, queues: 3, .heads, .tenths, .skills)
    let text = TeamText(drawn).json
    let read = try TemporaryFile.with([text]) { try TeamInstance.read($0[0]) }
    #expect(TeamText(read).json == text)
  }
}
