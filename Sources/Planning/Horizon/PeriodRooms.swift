import Rostering
import Workforce

/// What rules over periods leave for a week.
struct PeriodRooms {
  private let inputs: PlanningInputs
  private let week: ISOWeek
  private let clocks: PersonalClocks
  private let duties: [String: [PastDuty]]
  private let absences: [String: [Absence]]

  /// Looks at the week that comes next.
  init(_ inputs: PlanningInputs, _ week: ISOWeek) {
    self.inputs = inputs
    self.week = week
    clocks = PersonalClocks(inputs)
    duties = Dictionary(grouping: inputs.pastDuties, by: \.employee)
    absences = Dictionary(grouping: inputs.absences, by: \.employee)
  }

  /// The rules over several weeks that bind a person in the week, in file order.
  func left(for person: Employee) -> [PeriodLeft] {
    entries(for: person).compactMap { entry in
      switch entry.rule {
      case .weekends(let most, let weeks) where weeks > 1:
        let worked = past(of: person, weeks: weeks).filter { duty in
          inputs.settings.labor.weekend.contains(duty.start.date.weekday)
        }
        return PeriodLeft(
          rule: "weekends in \(weeks) weeks",
          used: Double(Set(worked.map { ISOWeek(containing: $0.start.date) }).count),
          least: nil,
          most: Double(most)
        )
      case .kindCount(let names, let least, let most, let weeks) where weeks > 1:
        let kinds = BurdenKinds(names, of: inputs.settings.labor.kinds)
        let count = past(of: person, weeks: weeks).count { isOne($0, of: kinds) }
        return PeriodLeft(
          rule: "\(names.joined(separator: ", ")) shifts in \(weeks) weeks",
          used: Double(count),
          least: least.map(Double.init),
          most: most.map(Double.init)
        )
      case .periodHours(let least, let most, let weeks) where weeks > 1:
        let share = presentShare(of: person, weeks: weeks) * person.fullTimeEquivalent.value
        return PeriodLeft(
          rule: "hours in \(weeks) weeks",
          used: paidHours(past(of: person, weeks: weeks)),
          least: least.map { ($0.inMinutes * share).rounded() / 60 },
          most: most.map { ($0.inMinutes * share).rounded() / 60 }
        )
      case .monthlyOvertime(let most):
        return PeriodLeft(
          rule: "overtime hours in the month",
          used: monthlyOvertime(of: person),
          least: nil,
          most: most.inHours
        )
      default: return nil
      }
    }
  }

  /// The entries that bind a person on the week's Monday: of one topic the most specific.
  private func entries(for person: Employee) -> [RuleEntry] {
    let binding = inputs.settings.labor.rules.filter { entry in
      (entry.from ?? week.monday) <= week.monday && week.monday <= (entry.until ?? week.monday)
        && entry.scope.speaks(of: person)
    }
    return binding.filter { entry in
      !binding.contains {
        $0.rule.topic == entry.rule.topic && $0.scope.specificity > entry.scope.specificity
      }
    }
  }

  /// Past shifts of a period that ends with the week.
  private func past(of person: Employee, weeks: Int) -> [PastDuty] {
    let first = week.monday.adding(days: -7 * (weeks - 1))
    return (duties[person.id] ?? []).filter {
      first <= $0.start.date && $0.start.date < week.monday
    }
  }

  private func isOne(_ duty: PastDuty, of kinds: BurdenKinds) -> Bool {
    let zone = clocks.zone(of: duty.employee)
    return kinds.hold(
      from: zone.instant(at: duty.start),
      until: zone.instant(at: duty.end),
      zone: zone
    )
  }

  private func paidHours(_ duties: [PastDuty]) -> Double {
    duties.reduce(0) { sum, duty in
      let zone = clocks.zone(of: duty.employee)
      let minutes = zone.instant(at: duty.end).minutes(since: zone.instant(at: duty.start))
      return sum + (duty.paid ?? .minutes(minutes)).inHours
    }
  }

  /// The share of the period's dates that are neither absent, nor outside employment, nor closed.
  private func presentShare(of person: Employee, weeks: Int) -> Double {
    let dates = (0..<7 * weeks).map { week.monday.adding(days: 6 - $0) }
    let present = dates.count { date in
      let midnight = LocalDateTime(date: date, time: .midnight)
      let next = LocalDateTime(date: date.adding(days: 1), time: .midnight)
      return (person.hired.map { $0 <= date } ?? true) && (person.leaves.map { date <= $0 } ?? true)
        && !inputs.calendarEntries(on: date).contains { $0.kind == .closed }
        && !(absences[person.id] ?? []).contains { $0.from <= midnight && next <= $0.until }
    }
    return Double(present) / Double(dates.count)
  }

  /// Hours of overtime of past weeks whose Thursday lies in the month of the week's.
  private func monthlyOvertime(of person: Employee) -> Double {
    let contract = inputs.settings.contract(named: person.contract)
    let limit = (contract?.overtimeAfter.inHours ?? .infinity) * person.fullTimeEquivalent.value
    let month = { (monday: LocalDate) in
      let date = monday.adding(days: 3).components
      return date.year * 12 + date.month
    }
    let weeks = Dictionary(grouping: past(of: person, weeks: 6)) {
      ISOWeek(containing: $0.start.date).monday
    }
    return weeks.filter { month($0.key) == month(week.monday) }.values
      .map { max(0, paidHours($0) - limit) }.sorted().reduce(0, +)
  }
}

extension RuleScope {
  fileprivate var specificity: Int {
    if !employees.isEmpty { return 3 }
    if !teams.isEmpty { return 2 }
    return contracts.isEmpty ? 0 : 1
  }
}
