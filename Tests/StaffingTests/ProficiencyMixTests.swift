import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Staffing

/// Need and cover values with the handle times of the people there are.
@Suite struct ProficiencyMixTests {
  private let monday = ScenarioFixtures.date("2026-03-02")

  private func share(_ value: Double) -> Fraction { ScenarioFixtures.share(value) }

  private func grid() throws -> TimeGrid {
    try #require(TimeGrid(week: ScenarioFixtures.week, stepMinutes: 60, zone: .utc))
  }

  private func person(
    _ id: String,
    hired: LocalDate? = nil,
    leaves: LocalDate? = nil,
    fte: Double = 1
  ) -> Employee {
    Employee(
      id: id,
      name: "",
      site: "site",
      contract: "contract",
      hired: hired,
      leaves: leaves,
      fullTimeEquivalent: share(fte)
    )
  }

  /// Calls, chats, and mail in two stages, open from 8 to 18 on every day.
  private func queues(seconds: Double = 240) -> [QueueSettings] {
    var phone = ScenarioFixtures.queue("phone", open: "08:00-18:00")
    phone.patience = .seconds(90)
    var chat = ScenarioFixtures.queue("chat", open: "08:00-18:00")
    (chat.channel, chat.concurrency, chat.slowdown) = (.chat, 3, 0.25)
    var mail = ScenarioFixtures.queue("mail", open: "08:00-18:00")
    (mail.channel, mail.dueHours) = (.deferred, .clock)
    mail.target = ServiceTarget(serviceLevel: share(0.9), threshold: .hours(8))
    var second = mail
    (second.name, second.skill) = ("second", "second")
    second.target.threshold = .hours(40)
    second.follows = FollowedQueue(queue: "mail", share: share(0.5))
    return [phone, chat, mail, second].map { queue in
      var queue = queue
      queue.averageHandleTime = .seconds(seconds)
      return queue
    }
  }

  private func inputs(
    _ people: [Employee],
    _ skills: [SkillGrant],
    _ proficiency: ProficiencySettings,
    seconds: Double = 240
  ) -> PlanningInputs {
    var inputs = ScenarioFixtures.inputs(people: people, queues: queues(seconds: seconds))
    inputs.settings.shrinkage = share(0.08)
    inputs.settings.proficiency = proficiency
    inputs.skills = skills
    return inputs
  }

  private func forecast(_ inputs: PlanningInputs) throws -> Forecast {
    let grid = try grid()
    return Forecast(
      grid: grid,
      queues: inputs.settings.queues.map { queue in
        let isOpen = inputs.openIntervals(of: queue, on: grid)
        let mean = isOpen.indices.map { index in
          isOpen[index] && queue.name != "second" ? 20 + Double(index % 24) : 0
        }
        return QueueForecast(
          queue: queue.name,
          method: .weeklyNaive,
          intervals: .init(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean),
          days: .init(mean: [], low95: [], low80: [], high80: [], high95: []),
          averageHandleTime: mean.map { _ in queue.averageHandleTime },
          dayVariation: 0.01,
          pastError: nil,
          isOpen: isOpen
        )
      }
    )
  }

  /// How many times a month can be added to a first day until a date, counted one by one.
  private func fullMonths(_ first: LocalDate, _ date: LocalDate) -> Int {
    var count = 0
    var month = first.components
    while true {
      month.month += 1
      if month.month > 12 { (month.year, month.month) = (month.year + 1, 1) }
      let (now, next) = (date.components, month)
      guard (now.year, now.month, now.day) >= (next.year, next.month, next.day) else {
        return count
      }
      count += 1
    }
  }

  @Test(arguments: UInt64(1)...8)
  func `the factor is the mean over all who hold the skill and are employed`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "proficiency mix")
    let proficiency = ProficiencySettings(
      levels: [.init(name: "junior", factor: 1.3), .init(name: "expert", factor: 0.85)],
      tenure: [.init(belowMonths: 6, factor: 1.25), .init(belowMonths: 24, factor: 1.1)]
    )
    let people = (0..<25).map { number in
      person(
        "e\(number)",
        hired: random.below(3) == 0 ? nil : monday.adding(days: 3 - random.below(1200)),
        leaves: random.below(3) == 0 ? monday.adding(days: random.below(9) - 1) : nil,
        fte: [1, 0.8, 0.5][random.below(3)]
      )
    }
    let grants = (0..<60).map { _ in
      SkillGrant(
        employee: "e\(random.below(25))",
        skill: ["phone", "chat"][random.below(2)],
        from: random.below(2) == 0 ? monday.adding(days: random.below(7)) : nil,
        until: random.below(2) == 0 ? monday.adding(days: random.below(7)) : nil,
        level: [nil, "junior", "expert"][random.below(3)]
      )
    }
    let inputs = inputs(people, grants, proficiency)
    let mix = ProficiencyMix(inputs)
    let forecast = try forecast(inputs)
    let stretched = mix.stretched(forecast)
    for (place, queue) in inputs.settings.queues.enumerated() {
      for (date, day) in zip(forecast.grid.dates, forecast.grid.days) {
        var (sum, weight, count) = (0.0, 0.0, 0)
        for person in people {
          let held = grants.filter { grant in
            grant.employee == person.id && grant.skill == queue.skill
              && (grant.from ?? date) <= date && date <= (grant.until ?? date)
          }
          let isEmployed = (person.hired ?? date) <= date && date <= (person.leaves ?? date)
          guard !held.isEmpty, isEmployed else { continue }
          let levels = held.map { $0.level == "junior" ? 1.3 : $0.level == "expert" ? 0.85 : 1 }
          let months = person.hired.map { fullMonths($0, date) } ?? 1000
          let own = (levels.min() ?? 1) * (months < 6 ? 1.25 : months < 24 ? 1.1 : 1)
          sum += own * person.fullTimeEquivalent.value
          weight += person.fullTimeEquivalent.value
          count += 1
        }
        let expected = weight > 0 ? sum / weight : 1
        #expect(abs(mix.factor(of: queue.skill, on: date) - expected) < 1e-12)
        let seconds = stretched.queues[place].averageHandleTime[day.lowerBound].inSeconds
        #expect(abs(seconds - 240 * expected) < 1e-9)
        // the groups that explain it say the same
        let groups = try #require(mix.mix(of: queue.skill, on: date)).groups
        #expect(groups.reduce(0) { $0 + $1.people } == count)
        let grouped = groups.reduce(0.0) {
          $0 + $1.fullTimeEquivalents * $1.levelFactor * ($1.tenure?.factor ?? 1)
        }
        #expect(abs(grouped - sum) < 1e-9)
      }
    }
    #expect(stretched.queues.map(\.intervals) == forecast.queues.map(\.intervals))
  }

  private func everybody(_ level: String?) -> [SkillGrant] {
    ["phone", "chat", "mail", "second"].flatMap { skill in
      ["a", "b", "c"].map { SkillGrant(employee: $0, skill: skill, level: level) }
    }
  }

  private let people = ["a", "b", "c"].map { id in
    Employee(id: id, name: "", site: "site", contract: "contract", isPlaceholder: id == "c")
  }

  @Test func `people who all take twice as long need what twice the handle time needs`() throws {
    let slow = ProficiencySettings(levels: [.init(name: "slow", factor: 2)])
    let own = inputs(people, everybody("slow"), slow)
    let twice = inputs(people, everybody(nil), ProficiencySettings(), seconds: 480)
    let forecasts = (own: try forecast(own), twice: try forecast(twice))
    let solver = GLPKSolver()
    let need = try DeferredNeed(inputs: own, forecast: forecasts.own, solver: solver)
    let other = try DeferredNeed(inputs: twice, forecast: forecasts.twice, solver: solver)
    #expect(need.requirement == other.requirement)
    #expect(need.smoothing == other.smoothing)
    let values = CoverValueBuilder(inputs: own)
      .values(for: forecasts.own, requirement: need.requirement)
    let others = CoverValueBuilder(inputs: twice)
      .values(for: forecasts.twice, requirement: other.requirement)
    #expect(values == others)
    for place in 0..<2 {
      let answer = RequirementCalculator(inputs: own).explanation(
        of: place,
        in: forecasts.own,
        at: 34
      )
      let row = need.requirement.queues[place].intervals[34]
      #expect(answer?.agents == row.agents)
      #expect(
        answer
          == RequirementCalculator(inputs: twice)
          .explanation(of: place, in: forecasts.twice, at: 34)
      )
    }
    // small queues need less than twice the people
    let plain = inputs(people, everybody(nil), ProficiencySettings())
    let usual = try DeferredNeed(inputs: plain, forecast: forecasts.own, solver: solver)
    for (queue, before) in zip(need.requirement.queues, usual.requirement.queues) {
      let agents = [before, queue].map { Double($0.intervals.reduce(0) { $0 + $1.agents }) }
      #expect(agents[1] > 1.3 * agents[0] && agents[1] <= 2.1 * agents[0], "\(queue.queue)")
    }
  }

  @Test func `without factors, holders or levels nothing changes`() throws {
    let levels = ProficiencySettings(levels: [.init(name: "slow", factor: 2)])
    let cases = [
      inputs(people, everybody(nil), ProficiencySettings()),
      inputs(people, everybody(nil), levels),
      inputs(people, [], levels),
      inputs([], everybody("slow"), levels),
      inputs([person("a", leaves: monday.adding(days: -1))], everybody("slow"), levels),
      inputs([person("a", hired: monday.adding(days: 7))], everybody("slow"), levels),
    ]
    let usual = try DeferredNeed(
      inputs: cases[0],
      forecast: try forecast(cases[0]),
      solver: GLPKSolver()
    )
    for inputs in cases {
      let forecast = try forecast(inputs)
      #expect(ProficiencyMix(inputs).stretched(forecast) == forecast)
      let need = try DeferredNeed(inputs: inputs, forecast: forecast, solver: GLPKSolver())
      #expect(need.requirement == usual.requirement)
    }
  }

  @Test func `a level counts from the day on which it is held`() throws {
    let levels = ProficiencySettings(levels: [.init(name: "slow", factor: 2)])
    let wednesday = monday.adding(days: 2)
    let grants = [
      SkillGrant(employee: "a", skill: "phone", until: wednesday.adding(days: -1)),
      SkillGrant(employee: "a", skill: "phone", from: wednesday, level: "slow"),
    ]
    let mix = ProficiencyMix(inputs([person("a")], grants, levels))
    let factors = ScenarioFixtures.week.dates.map { mix.factor(of: "phone", on: $0) }
    #expect(factors == [1, 1, 2, 2, 2, 2, 2])
    #expect(mix.factor(of: "phone", over: ScenarioFixtures.week.dates) == 12.0 / 7)
  }
}
