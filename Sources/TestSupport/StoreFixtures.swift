import Foundation
public import Storage
import Synchronization
import Workforce

/// Databases for tests.
public enum StoreFixtures {
  /// A clock that goes on by a minute at each look, and random bytes from a seed.
  ///
  /// - Parameters:
  ///   - seed: Of the random bytes; another store wants another seed.
  ///   - patience: How long to wait for another writer.
  /// - Returns: The surroundings.
  public static func surroundings(seed: UInt64 = 1, patience: Duration = .milliseconds(50))
    -> StoreSurroundings
  {
    let looks = Counter()
    let random = Generator(RandomStream(seed: seed, name: "store fixtures"))
    return StoreSurroundings(
      digest: PlainSHA256.hash,
      now: { Instant(secondsSinceEpoch: 1_772_409_600 + 60 * looks.next()) },
      random: { count in random.bytes(count) },
      patience: patience
    )
  }

  /// A scenario of so many people with a row in every table, and its files.
  ///
  /// The files' bytes are made up: a store does not read them.
  public static func parts(people count: Int = 6, seed: UInt64 = 1) -> ScenarioParts {
    let ids = (1...count).map { String("E" + String(1000 + $0).dropFirst()) }
    var settings = ScenarioFixtures.inputs(people: []).settings
    settings.name = "Fixture"
    let names = ["scenario.yaml"] + PeopleFile.allCases.map(\.rawValue)
    let files = names.map { StoredFile(name: $0, bytes: Array("\($0) \(seed)\r\n".utf8)) }
    return ScenarioParts(settings: settings, people: people(ids), files: files)
  }

  private static func people(_ ids: [String]) -> PeopleTables {
    PeopleTables(
      employees: ids.enumerated().map { employee($0.element, $0.offset) },
      skills: ids.map { SkillGrant(employee: $0, skill: "phone") },
      availability: ids.map { id in
        Availability(
          employee: id,
          days: .weekday(.monday),
          window: ScenarioFixtures.window("08:00-16:30")
        )
      },
      absences: [
        Absence(
          employee: ids[0],
          from: ScenarioFixtures.time("2026-03-03T00:00"),
          until: ScenarioFixtures.time("2026-03-05T12:00:30"),
          kind: "leave"
        )
      ],
      preferences: [
        Preference(employee: ids[0], days: .everyDay, wish: .dayOff, weight: 0.1),
        Preference(
          employee: ids[ids.count - 1],
          days: .date(ScenarioFixtures.date("2026-03-04")),
          wish: .startBetween(ScenarioFixtures.clock("07:00"), ScenarioFixtures.clock("24:00"))
        ),
      ],
      pastDuties: [
        PastDuty(
          employee: ids[0],
          start: ScenarioFixtures.time("2026-02-27T22:00"),
          end: ScenarioFixtures.time("2026-02-28T06:00")
        )
      ]
    )
  }

  private static func employee(_ id: String, _ index: Int) -> Employee {
    Employee(
      id: id,
      name: "Ünal \(id)",
      site: "site",
      team: index % 2 == 0 ? "team 1" : "",
      contract: "contract",
      hired: index % 3 == 0 ? ScenarioFixtures.date("2024-02-29") : nil,
      leaves: index % 5 == 4 ? ScenarioFixtures.date("2026-12-31") : nil,
      fullTimeEquivalent: index % 2 == 0 ? .one : ScenarioFixtures.share(0.1 + 0.7),
      isPlaceholder: index % 7 == 6
    )
  }

  /// Calls `body` with a path at which nothing is, in a folder that goes afterwards.
  public static func withPath<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shiftwright-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // reason: what is left behind is the system's to clean
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appending(path: "center.db").path)
  }

  /// Calls `body` with a store that holds a scenario of some people.
  public static func withStore<Result>(
    people count: Int = 6,
    _ body: (CenterStore) throws -> Result
  ) throws -> Result {
    try withPath { path in
      let surroundings = surroundings()
      try CenterStore.create(path, by: "test", surroundings)
      let store = try CenterStore(path: path, surroundings)
      _ = try store.replaceScenario(parts(people: count), isReplacing: false, by: "test")
      let result = try body(store)
      try store.close()
      return result
    }
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }

  private final class Generator: Sendable {
    private let stream: Mutex<RandomStream>

    init(_ stream: RandomStream) { self.stream = Mutex(stream) }

    func bytes(_ count: Int) -> [UInt8] {
      stream.withLock { stream in
        (0..<count).map { _ in UInt8(truncatingIfNeeded: stream.next() >> 32) }
      }
    }
  }
}
