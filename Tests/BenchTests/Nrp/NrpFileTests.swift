import Foundation
import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct NrpFileTests {
  private static func message(_ text: String) -> String? {
    #expect(throws: ShiftwrightError.self) {
      _ = try NrpReader.instance(text, path: "FILE")
    }?.message
  }

  @Test func `reads every section`() throws {
    let instance = try NrpReader.instance(TinyNurses.text, path: "nurses/tiny.txt")
    #expect(instance.name == "tiny")
    #expect(instance.dayCount == 10)
    #expect(instance.kinds.map(\.name) == ["E", "L", "N"])
    #expect(instance.kinds.map(\.forbiddenNext) == [[], [0], [0, 1]])
    #expect(instance.people.map(\.mostOfKind) == [[10, 10, 1], [10, 0, 2]])
    #expect(instance.people.map(\.daysOff) == [[3], [9]])
    #expect(instance.people[0].leastDaysOff == 2)
    #expect(instance.wanted == [NrpInstance.Request(person: 0, day: 0, kind: 0, weight: 2)])
    #expect(instance.unwanted == [NrpInstance.Request(person: 1, day: 1, kind: 2, weight: 3)])
    #expect(instance.cover.map(\.required) == [1, 1, 1, 0])
    #expect(instance.cover.map(\.overWeight) == [1, 2, 1, 1])
  }

  @Test func `reads line ends of other systems and a byte-order mark`() throws {
    let plain = try NrpReader.instance(TinyNurses.text, path: "tiny.txt")
    let other = "\u{FEFF}" + TinyNurses.text.replacing("\n", with: "\r\n")
    #expect(try NrpReader.instance(other, path: "tiny.txt") == plain)
  }

  @Test func `names all that is wrong at once`() {
    let text = TinyNurses.text.replacing("N,600,E|L", with: "N,600,E|X")
      .replacing("Ben,9", with: "Bob,9").replacing("0,L,1,100,2", with: "0,L,one,100,2")
      .replacing("Ann,0,E,2", with: "Ann,10,E,2")
    #expect(
      Self.message(text) == """
        FILE:8: shift X, which cannot follow, is not among the shifts.
        FILE:16: employee Bob is not in SECTION_STAFF.
        FILE:19: day is 10, a whole number from 0 to 9 is wanted.
        FILE:26: requirement is one, a whole number from 0 to 100000 is wanted.
        Correct the file, or fetch it anew from schedulingbenchmarks.org.
        """
    )
  }

  @Test func `refuses what is no instance`() {
    #expect(Self.message("")?.contains("SECTION_HORIZON has no number of days") == true)
    #expect(Self.message("hello")?.contains("FILE:1: \"hello\" comes before") == true)
    #expect(Self.message("SECTION_WEATHER\nsun")?.contains("SECTION_WEATHER is not known") == true)
  }

  @Test(arguments: 0..<20)
  func `a roster written is the roster read`(seed: Int) throws {
    let instance = TinyNurses.drawn(seed: seed)
    var random = RandomStream(seed: 5, name: "roster", keys: seed)
    let roster = NrpRoster(
      days: instance.people.map { _ in (0..<instance.dayCount).map { _ in random.below(3) - 1 } }
    )
    let text = roster.text(of: instance)
    #expect(try NrpRoster.roster(text, path: "FILE", of: instance) == roster)
  }

  @Test func `a roster of something else is refused`() {
    let instance = TinyNurses.drawn(seed: 0)
    let error = #expect(throws: ShiftwrightError.self) {
      _ = try NrpRoster.roster("p0,D,-\nzoe,-,-,-,-,-,-,-\n", path: "FILE", of: instance)
    }
    #expect(
      error?.message == """
        FILE:1: 7 shifts of the instance or - are wanted, one per day.
        FILE:2: employee zoe is not in the instance, or twice here.
        Give a roster of instance tiny 0.
        """
    )
  }
}
