import Workforce

@testable import shiftwright_bench

/// Small nurse instances and rosters for tests.
enum TinyNurses {
  /// Two people, ten days, early, late and night.
  static let text = """
    # a small instance
    SECTION_HORIZON
    10

    SECTION_SHIFTS
    E,480,
    L,480,E
    N,600,E|L

    SECTION_STAFF
    Ann,E=10|L=10|N=1,2880,960,3,2,2,1
    Ben,E=10|L=0|N=2,3000,0,4,1,1,2

    SECTION_DAYS_OFF
    Ann,3
    Ben,9

    SECTION_SHIFT_ON_REQUESTS
    Ann,0,E,2

    SECTION_SHIFT_OFF_REQUESTS
    Ben,1,N,3

    SECTION_COVER
    0,E,1,100,1
    0,L,1,100,2
    1,N,1,100,1
    5,E,0,100,1

    """

  /// A random instance of two or three people over a week, small enough to try all
  /// rosters.
  static func drawn(seed: Int) -> NrpInstance {
    var random = RandomStream(seed: 41, name: "tiny nurses", keys: seed)
    var instance = NrpInstance(name: "tiny \(seed)")
    instance.dayCount = 7
    instance.kinds = [
      NrpInstance.Kind(name: "D", minutes: 480, forbiddenNext: []),
      NrpInstance.Kind(name: "N", minutes: 600, forbiddenNext: [0]),
    ]
    for person in 0..<2 + seed % 2 {
      let least = 480 * (1 + random.below(3))
      instance.people.append(
        NrpInstance.Person(
          name: "p\(person)",
          mostOfKind: [7, random.below(4)],
          mostMinutes: least + 720,
          leastMinutes: least,
          mostConsecutive: 3 + random.below(3),
          leastConsecutive: 1 + random.below(2),
          leastDaysOff: 1 + random.below(2),
          mostWeekends: random.below(2),
          daysOff: [random.below(7)]
        )
      )
      for day in 0..<7 where random.below(2) == 0 {
        let request = NrpInstance.Request(
          person: person,
          day: day,
          kind: random.below(2),
          weight: 1 + random.below(3)
        )
        if random.below(2) == 0 {
          instance.wanted.append(request)
        } else {
          instance.unwanted.append(request)
        }
      }
    }
    for day in 0..<7 {
      for kind in 0..<2 where random.below(4) > 0 {
        instance.cover.append(
          NrpInstance.Cover(
            day: day,
            kind: kind,
            required: random.below(3),
            underWeight: 5 + random.below(20),
            overWeight: random.below(4)
          )
        )
      }
    }
    return instance
  }

  /// Rows of one person that keep the rules, by trying all; the checker is the judge.
  static func rows(of person: Int, _ instance: NrpInstance) -> [[Int]] {
    var alone = instance
    alone.people = [instance.people[person]]
    (alone.wanted, alone.unwanted, alone.cover) = ([], [], [])
    let checker = NrpChecker(instance: alone)
    var found: [[Int]] = []
    var row = [Int](repeating: -1, count: instance.dayCount)
    func extend(_ day: Int) {
      guard day < row.count else {
        if checker.verdict(on: NrpRoster(days: [row])).broken.isEmpty { found.append(row) }
        return
      }
      for kind in -1..<instance.kinds.count {
        row[day] = kind
        extend(day + 1)
      }
    }
    extend(0)
    return found
  }

  /// The least cost of all legal rosters; `nil` without any.
  static func least(_ instance: NrpInstance) -> Int? {
    let rows = instance.people.indices.map { Self.rows(of: $0, instance) }
    let requests = instance.people.indices.map { person in
      rows[person].map { weight(of: $0, person: person, instance) }
    }
    var best: Int?
    var counts = [Int](repeating: 0, count: instance.dayCount * instance.kinds.count)
    func extend(_ person: Int, _ cost: Int) {
      guard person < rows.count else {
        var total = cost
        for cover in instance.cover {
          let count = counts[cover.day * instance.kinds.count + cover.kind]
          total += max(0, cover.required - count) * cover.underWeight
          total += max(0, count - cover.required) * cover.overWeight
        }
        best = min(best ?? .max, total)
        return
      }
      for (row, own) in zip(rows[person], requests[person]) {
        for (day, kind) in row.enumerated() where kind >= 0 {
          counts[day * instance.kinds.count + kind] += 1
        }
        extend(person + 1, cost + own)
        for (day, kind) in row.enumerated() where kind >= 0 {
          counts[day * instance.kinds.count + kind] -= 1
        }
      }
    }
    extend(0, 0)
    return best
  }

  /// Weights of a person's requests that a row does not grant.
  private static func weight(of row: [Int], person: Int, _ instance: NrpInstance) -> Int {
    var weight = 0
    for request in instance.wanted where request.person == person {
      if row[request.day] != request.kind { weight += request.weight }
    }
    for request in instance.unwanted where request.person == person {
      if row[request.day] == request.kind { weight += request.weight }
    }
    return weight
  }
}
