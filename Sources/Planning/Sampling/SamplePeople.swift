import Workforce

/// Draws the people of the synthetic bank: contracts, skills, absences, wishes and last week.
struct SamplePeople {
  let options: SampleOptions
  /// The contract of each person, by position in ``SampleStaff/contracts``.
  let contracts: [Int]
  let employees: [Employee]
  /// Days of the planned week's Monday to Saturday on which a person is away, per person.
  private(set) var daysAway: [Int] = []
  private(set) var absences: [Absence] = []

  init(options: SampleOptions) {
    self.options = options
    let contracts = dealt(options.people, shares: SampleStaff.shares)
    self.contracts = contracts
    var random = RandomStream(seed: options.seed, name: "sample people")
    let digits = max(4, String(options.people).count)
    employees = (0..<options.people).map { index in
      let number = String(index + 1)
      return Employee(
        id: "E" + String(repeating: "0", count: digits - number.count) + number,
        name: SampleNames.name(&random),
        site: Self.site(of: index, people: options.people),
        team: "team \(index / 15 + 1)",
        contract: SampleStaff.contracts[contracts[index]].name,
        hired: options.week.monday.adding(days: -(20 + random.below(4000)))
      )
    }
    drawAbsences()
  }

  /// One site up to 200 people, two up to 1,000, above four in three time zones.
  static func sites(people: Int) -> [Site] {
    let places = places(people: people)
    let budget = Duration.hours(max(8, people / places.count * 2 / 3))
    return places.map { place in
      Site(
        name: place.name,
        overtimeBudget: budget,
        zone: place.zone.flatMap(Zone.init(identifier:))
      )
    }
  }

  private static func places(people: Int) -> [(name: String, zone: String?)] {
    let all = [
      ("harbour", nil), ("hillside", nil), ("riverside", "Europe/Warsaw"),
      ("lakeside", "Europe/Bucharest"),
    ]
    return Array(all.prefix(people > 1000 ? 4 : people > 200 ? 2 : 1))
  }

  /// Sites take turns by teams of 15.
  private static func site(of index: Int, people: Int) -> String {
    let places = places(people: people)
    return places[index / 15 % places.count].name
  }

  /// Hours on contacts that the contracts' regular weeks give, net of absences.
  var workedHours: Double {
    employees.indices.reduce(0) { sum, index in
      let contract = contracts[index]
      let days = max(0, SampleStaff.contracts[contract].minimumDays - daysAway[index])
      return sum + Double(days) * SampleStaff.workedMinutes[contract] / 60
    }
  }

  /// Leave and sickness in the planned week and the three after it; about a person in nine is away
  /// for some of the week.
  private mutating func drawAbsences() {
    for (index, employee) in employees.enumerated() {
      var random = RandomStream(seed: options.seed, name: "sample absences", keys: index)
      daysAway.append(0)
      for week in 0..<4 {
        let monday = options.week.adding(weeks: week).monday
        let draw = random.unit()
        let first = random.below(5)
        let length = 1 + random.below(3)
        let whole = draw < 0.035
        let days = whole ? 0..<7 : draw < 0.115 ? first..<min(6, first + length) : 0..<0
        guard !days.isEmpty else { continue }
        if week == 0 { daysAway[index] = min(6, days.count) }
        absences.append(
          Absence(
            employee: employee.id,
            from: LocalDateTime(date: monday.adding(days: days.lowerBound), time: .midnight),
            until: LocalDateTime(date: monday.adding(days: days.upperBound), time: .midnight),
            kind: !whole && draw > 0.095 ? "sick" : "leave"
          )
        )
      }
    }
  }

  /// One skill for each, two for almost half, three for some; shared out by the queues' need.
  func skills(_ queues: [SampleQueue], need: [Double]) -> [SkillGrant] {
    let order = employees.indices.sorted { (contracts[$0], $0) < (contracts[$1], $1) }
    let primaries = dealt(order.count, shares: need)
    var grants: [[SkillGrant]] = employees.map { _ in [] }
    for (position, index) in order.enumerated() {
      var random = RandomStream(seed: options.seed, name: "sample skills", keys: index)
      var held = [primaries[position]]
      let draw = random.unit()
      let extra = draw < 0.08 ? 2 : draw < 0.52 ? 1 : 0
      while held.count < min(queues.count, 1 + extra) {
        held.append(pick(need, without: held, &random))
      }
      // Now and then the last skill is certified in the middle of the week.
      let isNew = held.count > 1 && random.unit() < 0.08
      grants[index] = held.enumerated().map { rank, queue in
        SkillGrant(
          employee: employees[index].id,
          skill: queues[queue].settings.skill,
          from: isNew && rank == held.count - 1 ? options.week.monday.adding(days: 2) : nil
        )
      }
    }
    return Array(grants.joined())
  }

  private func pick(_ need: [Double], without held: [Int], _ random: inout RandomStream) -> Int {
    let others = need.indices.filter { !held.contains($0) }
    var rest = random.unit() * others.reduce(0) { $0 + need[$1] }
    for queue in others {
      rest -= need[queue]
      if rest < 0 { return queue }
    }
    return others[others.count - 1]
  }
}
