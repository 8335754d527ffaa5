import Checking
import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Duties on call against all ways to give them to people, judged by the referee.
@Suite struct OnCallTests {
  private typealias Make = ScenarioFixtures

  /// A random roster of few people with duties on some nights.
  private struct Case {
    var inputs: PlanningInputs
    let roster: Roster

    init(seed: Int) {
      var random = RandomStream(seed: UInt64(seed), name: "on call")
      let ids = Array(["ada", "bo", "cy", "di"].prefix(2 + random.below(3)))
      let people = ids.map { id in
        Employee(
          id: id,
          name: id,
          site: "site",
          team: ["blue", "red"][random.below(2)],
          contract: "contract",
          leaves: random.below(8) == 0 ? Make.week.dates[3] : nil
        )
      }
      var inputs = Make.inputs(people: people)
      for id in ids where random.below(4) > 0 {
        let until = random.below(5) == 0 ? Make.week.dates[2] : nil
        inputs.skills.append(SkillGrant(employee: id, skill: "lead", until: until))
      }
      let nights = ["20:00-08:00", "18:00-22:00"].map(Make.window)
      inputs.settings.labor.onCall = (0...random.below(2)).map { number in
        let days = Set((0..<3).map { _ in random.below(7) })
        return OnCallDuty(
          name: "duty \(number)",
          skill: "lead",
          scope: RuleScope(teams: random.below(3) == 0 ? ["blue"] : []),
          hours: OpeningHours(
            windows: (0..<7).map { days.contains($0) ? [nights[number]] : [] }
          ),
          most: random.below(2) == 0 ? 1 + random.below(2) : nil,
          weeks: 1 + random.below(3),
          rest: .hours(random.below(3) * 8)
        )
      }
      for id in ids where random.below(3) == 0 {
        let from = Make.time("2026-03-0\(2 + random.below(6))T12:00")
        inputs.absences.append(
          Absence(employee: id, from: from, until: from.adding(minutes: 1500), kind: "leave")
        )
      }
      for back in 1...20 where random.below(4) == 0 {
        let date = Make.week.monday.adding(days: -back)
        let start = LocalDateTime(date: date, secondOfDay: 72_000)
        inputs.pastOnCall.append(
          OnCallTurn(
            duty: "duty \(random.below(2))",
            start: start,
            end: start.adding(minutes: 720),
            employee: ids[random.below(ids.count)]
          )
        )
      }
      self.inputs = inputs
      roster = Self.roster(ids, &random)
    }

    private static func roster(_ ids: [String], _ random: inout RandomStream) -> Roster {
      let tours = ids.map { id in
        Tour(
          employee: id,
          shifts: Make.week.dates.compactMap { date in
            guard random.below(2) == 0 else { return nil }
            let hour = [6, 10, 14][random.below(3)]
            let start = Zone.utc.instant(at: LocalDateTime(date: date, secondOfDay: 3600 * hour))
            let end = start.adding(minutes: 480)
            return Shift(
              date: date,
              start: start,
              end: end,
              segments: [ShiftSegment(kind: .work, start: start, end: end)],
              queues: ["phone"]
            )
          }
        )
      }
      return Roster(week: Make.week, zone: .utc, tours: tours)
    }
  }

  /// The least number of duties without a person, and then the least sum of squares.
  private static func best(_ week: Case, _ slots: [OnCallTurn]) -> (open: Int, squares: Int)? {
    let checker = OnCallChecker(inputs: week.inputs, roster: week.roster)
    let ids = week.inputs.employees.map(\.id)
    var best: (open: Int, squares: Int)?
    let ways = slots.reduce(1) { all, _ in all * (ids.count + 1) }
    for way in 0..<ways {
      var rest = way
      let turns = slots.map { slot in
        var turn = slot
        let pick = rest % (ids.count + 1)
        rest /= ids.count + 1
        turn.employee = pick == 0 ? nil : ids[pick - 1]
        return turn
      }
      let open = turns.count { $0.employee == nil }
      if let best, open > best.open { continue }
      guard checker.violations(in: turns).count == open else { continue }
      let value = (open: open, squares: squares(turns, week.inputs))
      if let known = best, known <= value { continue }
      best = value
    }
    return best
  }

  private static func squares(_ turns: [OnCallTurn], _ inputs: PlanningInputs) -> Int {
    inputs.employees.reduce(0) { sum, person in
      let count = (turns + inputs.pastOnCall).count { $0.employee == person.id }
      return sum + count * count
    }
  }

  @Test func `as few duties as can be are left open, and turns are as even as can be`() throws {
    var (tried, open, even) = (0, 0, 0)
    for seed in 0..<240 {
      let week = Case(seed: seed)
      let turns = try OnCallPlanner(
        inputs: week.inputs,
        roster: week.roster,
        solver: GLPKSolver()
      ).turns()
      // whoever has a duty may have it, in every week; only what is left open is amiss
      let checker = OnCallChecker(inputs: week.inputs, roster: week.roster)
      let left = turns.count { $0.employee == nil }
      #expect(checker.violations(in: turns).count == left, "seed \(seed)")
      let slots = turns.map { OnCallTurn(duty: $0.duty, start: $0.start, end: $0.end) }
      guard slots.count <= 4, let best = Self.best(week, slots) else { continue }
      tried += 1
      #expect(left == best.open, "seed \(seed)")
      #expect(Self.squares(turns, week.inputs) == best.squares, "seed \(seed)")
      if left > 0 { open += 1 }
      if best.squares > 0, left == 0 { even += 1 }
    }
    #expect(tried > 40 && open > 8 && even > 8, "\(tried) \(open) \(even)")
  }

  /// One good week, and each way to break it.
  @Test func `the referee names every fault of a turn`() {
    var inputs = Make.inputs(people: Make.people("ada", "bo"))
    inputs.skills.append(SkillGrant(employee: "ada", skill: "lead"))
    let window = Make.window("20:00-08:00")
    inputs.settings.labor.onCall = [
      OnCallDuty(
        name: "duty",
        skill: "lead",
        hours: OpeningHours(windows: [[window], [], [], [], [], [], []]),
        most: 1,
        weeks: 1,
        rest: .hours(6)
      )
    ]
    func found(
      _ employee: String?,
      _ change: (inout PlanningInputs) -> Void = { _ in },
      shift: Int? = nil
    )
      -> [String]
    {
      var changed = inputs
      change(&changed)
      let shifts = shift.map { hour -> [Shift] in
        let start = Zone.utc.startOfDay(Make.week.monday).adding(minutes: 60 * hour)
        let end = start.adding(minutes: 480)
        let date = Zone.utc.local(at: start).date
        let work = ShiftSegment(kind: .work, start: start, end: end)
        return [Shift(date: date, start: start, end: end, segments: [work], queues: ["phone"])]
      }
      let tours = [Tour(employee: "ada", shifts: shifts ?? [])]
      let roster = Roster(week: Make.week, zone: .utc, tours: tours)
      let turn = OnCallTurn(
        duty: "duty",
        start: Make.time("2026-03-02T20:00"),
        end: Make.time("2026-03-03T08:00"),
        employee: employee
      )
      return OnCallChecker(inputs: changed, roster: roster).violations(in: [turn])
        .map { $0.detail.after(": ") }
    }
    #expect(found("ada") == [])
    #expect(found("ada", shift: 12) == [])
    #expect(found("ada", shift: 13) == ["has a shift in it"])
    #expect(found("ada", shift: 38) == [])
    #expect(found("ada", shift: 37) == ["has a shift within 6 h after it"])
    #expect(found("bo") == ["does not hold lead"])
    #expect(found(nil) == ["nobody has it"])
    #expect(
      found("ada", { $0.employees[0].leaves = Make.week.monday }) == ["is away in it"]
    )
    #expect(
      found("ada", { $0.settings.labor.onCall[0].scope.teams = ["red"] })
        == ["is not meant by the duty"]
    )
  }
}

extension String {
  /// What stands after the first occurrence of a text.
  fileprivate func after(_ mark: String) -> String {
    guard let range = self.firstRange(of: mark) else { return self }
    return String(self[range.upperBound...])
  }
}
