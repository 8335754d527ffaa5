import Workforce

/// Ever larger changes of one member.
struct ChangeSteps {
  /// A change with its price.
  struct Step: Hashable {
    let change: WeekChange
    let price: Double
  }

  /// By price.
  let steps: [Step]
  /// Whether each step makes room for all that those before it do.
  let isGrowing: Bool
  /// Ways to change the same member otherwise; the cheapest that is enough counts.
  var others: [ChangeSteps] = []

  init(_ steps: [Step], isGrowing: Bool = true) {
    self.steps = isGrowing ? steps : steps.sorted { $0.price < $1.price }
    self.isGrowing = isGrowing
  }

  /// The changes of a member; those of contracts for one person alone where one is named.
  init(_ member: WeekMember, of week: FixedWeek, only person: String?, prices: ChangePrices) {
    let inputs = week.inputs
    switch member {
    case .contract(let name, let limit):
      self = Self.contract(name, limit, week, person, prices)
    case .rule(let position): self = Self.rule(position, week, person, prices)
    case .rotation(let position):
      self.init([Step(change: .rotation(position), price: prices[.rotation])])
    case .employment(let name):
      self.init([Step(change: .employment(name), price: prices[.employment])])
    case .availability(let name):
      let dates = week.week.dates.map {
        Step(change: .availability(name, date: $0), price: prices[.availableDay])
      }
      let all = Step(change: .availability(name, date: nil), price: 7 * prices[.availableDay])
      self.init(dates + [all], isGrowing: false)
    case .absence(let position): self.init(Self.absence(position, week, prices), isGrowing: false)
    case .lock(let position): self.init(Self.lock(position, week, prices), isGrowing: false)
    case .skill(let position):
      self.init([Step(change: .skill(position), price: prices[.certificate])])
    case .certificate(let name, let skill):
      self.init([
        Step(change: .certificate(employee: name, skill: skill), price: prices[.certificate])
      ])
    case .attendance(let name, let course):
      self.init([
        Step(change: .attendance(employee: name, course: course), price: prices[.attendance])
      ])
    case .presence(let rule, _):
      let least = week.asked(rule).least
      self.init(
        Self.heads(least, prices[.presentHead]) { .presence(rule: rule, least: $0) }
      )
    case .minimumAgents(let queue, _):
      let least = inputs.settings.queues[queue].target.minimumAgents
      self.init(
        Self.heads(least, prices[.agentHead]) { .minimumAgents(queue: queue, least: $0) }
      )
    default: self = Self.limits(member, week, prices)
    }
  }

  private static func heads(
    _ least: Int,
    _ price: Double,
    _ change: (Int) -> WeekChange
  ) -> [Step] {
    stride(from: least - 1, through: 0, by: -1).map { left in
      Step(change: change(left), price: price * Double(least - left))
    }
  }

  /// Seats, budgets and pay.
  private static func limits(
    _ member: WeekMember,
    _ week: FixedWeek,
    _ prices: ChangePrices
  ) -> ChangeSteps {
    let inputs = week.inputs
    switch member {
    case .most(let limit):
      let most = week.most(limit) ?? 0
      return ChangeSteps(
        (1...max(1, inputs.employees.count)).map {
          Step(change: .most(limit, most + $0), price: prices[.siteSeat] * Double($0))
        }
      )
    case .seats(let id):
      let seats = inputs.training.sessions.first { $0.id == id }?.seats ?? 0
      return ChangeSteps(
        (1...max(1, inputs.employees.count)).map {
          Step(change: .seats(id, seats + $0), price: prices[.seat] * Double($0))
        }
      )
    case .overtimeBudget(let name):
      let hours = inputs.settings.sites.first { $0.name == name }?.overtimeBudget?.inHours ?? 0
      return ChangeSteps(
        (1...max(1, 40 * inputs.employees.count)).map {
          let more = Double($0) / 2
          return Step(
            change: .overtimeBudget(name, hours: hours + more),
            price: prices[.overtimeHour] * more
          )
        }
      )
    case .maximumPay:
      let most = inputs.settings.costs.maximumPay ?? 0
      return ChangeSteps(
        (1...1000).map {
          Step(
            change: .maximumPay((most * (1 + Double($0) / 100)).rounded(.up)),
            price: prices[.payHundredth] * Double($0)
          )
        }
      )
    default: return ChangeSteps([])
    }
  }
}

extension ChangeSteps {
  private static func contract(
    _ name: String,
    _ limit: ContractLimit,
    _ week: FixedWeek,
    _ person: String?,
    _ prices: ChangePrices
  ) -> ChangeSteps {
    guard let contract = week.inputs.settings.contract(named: name) else { return ChangeSteps([]) }
    let rules = contract.rules
    let values = { (from: Double, to: Double, by: Double, price: Double) in
      stride(from: from + by, through: to, by: by).map { value in
        Step(
          change: .contract(name, limit, value: value, only: person),
          price: price * abs(value - from)
        )
      }
    }
    switch limit {
    case .minimumRest:
      return ChangeSteps(values(rules.minimumRest.inHours, 0, -0.5, prices[.restHour]))
    case .consecutiveDays:
      let most = Double(rules.maximumConsecutiveDays)
      return ChangeSteps(values(most, most + 14, 1, prices[.consecutiveDay]))
    case .startChange:
      let most = rules.maximumStartChange?.inHours ?? 24
      return ChangeSteps(values(most, 24, 0.5, prices[.startChangeHour]))
    case .shiftWindow: return ChangeSteps(windows(contract, person, prices))
    case .leastHours:
      let least = contract.minimumWeeklyHours.inHours
      let whole = Step(
        change: .contract(name, limit, value: 0, only: person),
        price: prices[.leastHour] * least
      )
      let lower = values(least, 0, -0.5, prices[.leastHour])
      return ChangeSteps(lower.last?.change == whole.change ? lower : lower + [whole])
    case .mostHours:
      return ChangeSteps(
        values(contract.maximumWeeklyHours.inHours, 7 * 24, 0.5, prices[.mostHour])
      )
    case .fewestDays:
      return ChangeSteps(values(Double(contract.minimumDays), 0, -1, prices[.fewestDay]))
    case .mostDays:
      return ChangeSteps(values(Double(contract.maximumDays), 7, 1, prices[.mostDay]))
    }
  }

  /// A window that opens half an hour earlier or closes half an hour later, by and by, then any time.
  private static func windows(
    _ contract: ContractSettings,
    _ person: String?,
    _ prices: ChangePrices
  ) -> [Step] {
    guard let window = contract.shiftWindow else { return [] }
    let none = Step(
      change: .shiftWindow(contract.name, nil, only: person),
      price: prices[.windowHour] * 24
    )
    guard !window.crossesMidnight else { return [none] }
    let wider = (1...48).compactMap { half -> Step? in
      let low = max(0, window.start.minutes - 30 * half)
      let high = min(1440, window.end.minutes + 30 * half)
      guard let start = ClockTime(minutes: low), let end = ClockTime(minutes: high) else {
        return nil
      }
      let more = Double(window.start.minutes - low + high - window.end.minutes) / 60
      return Step(
        change: .shiftWindow(
          contract.name,
          ClockWindow(start: start, end: high == 1440 ? .midnight : end),
          only: person
        ),
        price: prices[.windowHour] * more
      )
    }
    return wider + [none]
  }

  /// An absence that begins some days later or ends some days earlier, or none.
  private static func absence(
    _ position: Int,
    _ week: FixedWeek,
    _ prices: ChangePrices
  ) -> [Step] {
    let absence = week.inputs.absences[position]
    let (first, last) = (absence.from.date, absence.until.date)
    let dates = week.week.dates.filter { first < $0 && $0 <= last }
    let length = max(1, last.daysSinceEpoch - first.daysSinceEpoch)
    let within = week.week.dates.count {
      first <= $0 && LocalDateTime(date: $0, time: .midnight) < absence.until
    }
    let shorter = dates.flatMap { date -> [Step] in
      let moment = LocalDateTime(date: date, time: .midnight)
      guard absence.from < moment, moment < absence.until else { return [] }
      let before = week.week.dates.count { first <= $0 && $0 < date }
      let after = within - before
      return [
        Step(
          change: .absence(position, from: moment, until: absence.until),
          price: prices[.absenceDay] * Double(before)
        ),
        Step(
          change: .absence(position, from: absence.from, until: moment),
          price: prices[.absenceDay] * Double(after)
        ),
      ]
    }
    let none = Step(
      change: .absence(position, from: nil, until: nil),
      price: prices[.absenceDay] * Double(max(1, min(length, within)))
    )
    return shorter.filter { $0.price > 0 } + [none]
  }

  /// A locked shift that starts at another time of its date, the nearest first, or a free date.
  private static func lock(
    _ position: Int,
    _ week: FixedWeek,
    _ prices: ChangePrices
  ) -> [Step] {
    let lock = week.locks[position]
    let none = Step(change: .lock(position, start: nil), price: prices[.lock])
    guard let start = lock.start else { return [none] }
    let grid = max(1, week.inputs.settings.shiftStartMinutes)
    let moved = stride(from: 0, to: 1440, by: grid).compactMap { minutes -> Step? in
      guard minutes != start.minutes, let time = ClockTime(minutes: minutes) else { return nil }
      let hours = Double(abs(minutes - start.minutes)) / 60
      return Step(change: .lock(position, start: time), price: prices[.lockHour] * hours)
    }
    return moved.filter { $0.price <= none.price } + [none]
  }
}
