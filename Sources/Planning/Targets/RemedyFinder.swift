import Rostering
import Staffing
import Workforce

/// Says what is missing when no roster meets every target, and which people would be enough, each
/// answer confirmed by another roster and another simulation.
struct RemedyFinder {
  /// The most rosters with people added.
  static let most = 4
  /// People come in whole shifts, so more hours are bought than the single hours that lack.
  private static let shiftLoss = 1.25

  /// Makes and plays rosters.
  let rounds: TargetRounds
  /// The simulation of the roster that was kept.
  let simulation: SimulationResult
  /// People given to each queue in it.
  let coverage: Coverage

  private var inputs: PlanningInputs { rounds.inputs }
  private var forecast: Forecast { rounds.forecast }
  private var settings: ScenarioSettings { inputs.settings }

  /// What is missing at prices of missed contacts; some target must be missed.
  func shortfall(prices: [Double]) throws -> Shortfall {
    let missed = simulation.queues.indices.filter { !simulation.queues[$0].meetsTarget }
    let reach = ServiceReach(settings: settings, forecast: forecast)
    let queues = missed.map { index in
      var missing = queue(simulation.queues[index])
      missing.mostReachable = reach.bestService(of: index)
      return missing
    }
    var shortfall = Shortfall(queues: queues, trials: [])
    let staff = StaffAddition(inputs: inputs, week: ISOWeek(containing: forecast.grid.dates[0]))
    let wanted = merged(missed.compactMap { addition(of: $0, staff) })
    var people = wanted.isEmpty ? nil : wanted.reduce(0) { $0 + $1.people }
    while let total = people, !shortfall.isOutOfReach, shortfall.trials.count < Self.most,
      !rounds.stop.isStopped
    {
      let additions = scaled(wanted, to: total)
      let trial = try trial(additions, prices: prices, staff, number: shortfall.trials.count + 1)
      guard let trial else { break }
      shortfall.trials.append(trial)
      people = Self.next(after: shortfall, atLeast: wanted.count)
    }
    return shortfall
  }

  /// The number of people to try next; `nil` when there is none between those tried.
  private static func next(after shortfall: Shortfall, atLeast fewest: Int) -> Int? {
    let enough = shortfall.remedy?.people
    let few = shortfall.notEnough?.people ?? fewest - 1
    guard let enough else { return max(few + 1, (few * 8 + 4) / 5) }
    guard enough - few > 1 else { return nil }
    return max(few + 1, shortfall.notEnough == nil ? enough * 3 / 5 : (few + enough) / 2)
  }

  /// One entry for each skill and contract.
  private func merged(_ additions: [Shortfall.Addition]) -> [Shortfall.Addition] {
    additions.reduce(into: []) { merged, addition in
      let known = merged.firstIndex {
        $0.skill == addition.skill && $0.contract == addition.contract
      }
      if let known {
        merged[known].people += addition.people
        merged[known].weeklyHours += addition.weeklyHours
      } else {
        merged.append(addition)
      }
    }
  }

  /// What a queue lacks.
  private func queue(_ measured: QueueSimulation) -> Shortfall.Queue {
    let target = measured.targetServiceLevel
    let lacking = { (measures: ServiceMeasures) in
      (target - measures.serviceLevel.mean) * measures.arrivals
    }
    let below = measured.intervalsBelowTarget
    return Shortfall.Queue(
      queue: measured.queue,
      service: measured.judgedService,
      target: target,
      contacts: measured.contactsLacking,
      intervals: below.sorted {
        (-lacking(measured.intervals[$0]), $0) < (-lacking(measured.intervals[$1]), $1)
      },
      gaps: gaps(of: measured)
    )
  }

  private func gaps(of measured: QueueSimulation) -> [Shortfall.Gap] {
    measured.gaps(stepMinutes: forecast.grid.stepMinutes, days: forecast.grid.days)
  }

  /// People for the hours that lack.
  private func addition(of queue: Int, _ staff: StaffAddition) -> Shortfall.Addition? {
    let own = settings.queues[queue]
    guard let one = staff.addition(for: own, people: 1), one.weeklyHours > 0 else {
      return staff.addition(for: own, people: 1)
    }
    let hours = hoursLacking(queue)
    let people = max(1, Int((hours * Self.shiftLoss / one.weeklyHours).rounded(.up)))
    return staff.addition(for: own, people: people)
  }

  /// Hours for the promise that lacks most: the best hours for contacts that lack.
  private func hoursLacking(_ queue: Int) -> Double {
    let measured = simulation.queues[queue]
    let gaps = gaps(of: measured)
    let contacts = gaps.compactMap(\.contacts).reduce(measured.contactsLacking, max)
    return gaps.compactMap(\.hours).reduce(hours(saving: contacts, of: queue), max)
  }

  private func hours(saving contacts: Double, of queue: Int) -> Double {
    var savings: [Double] = []
    for (curve, people) in zip(rounds.values.queues[queue], coverage.allocated[queue]) {
      savings += curve.saved.dropFirst(Int(people.rounded(.down)))
    }
    savings.sort(by: >)
    var left = contacts
    var count = 0
    while left > 0, count < savings.count {
      left -= savings[count]
      count += 1
    }
    return Double(count * forecast.grid.stepMinutes) / 60
  }

  private func scaled(
    _ wanted: [Shortfall.Addition],
    to total: Int
  ) -> [Shortfall.Addition] {
    let all = wanted.reduce(0) { $0 + $1.people }
    return wanted.map { addition in
      var scaled = addition
      scaled.people = max(1, (addition.people * total + all / 2) / all)
      scaled.weeklyHours *= Double(scaled.people) / Double(addition.people)
      return scaled
    }
  }

  /// Another roster and simulation with people added; `nil` when the time was over before.
  private func trial(
    _ additions: [Shortfall.Addition],
    prices: [Double],
    _ staff: StaffAddition,
    number: Int
  ) throws -> Shortfall.Trial? {
    let count = additions.reduce(0) { $0 + $1.people }
    rounds.progress?(
      StageProgress(
        stage: "what it would take, try \(number)",
        detail: count == 1 ? "1 person more" : "\(count) people more"
      )
    )
    var rounds = rounds
    rounds.inputs = staff.inputs(with: additions)
    let found = try rounds.confirm(prices: prices)
    guard rounds.stop.reason == nil, let kept = found.rounds.first(where: \.isChosen) else {
      return nil
    }
    return Shortfall.Trial(additions: additions, service: kept.service, isMet: kept.isMet)
  }
}

extension QueueSimulation {
  /// The service level that decides whether the promise is kept: the week's, or the worst day's.
  fileprivate var judgedService: Estimate {
    let judged = judgments.first { judgment in
      if case .serviceLevel = judgment.demand { true } else { false }
    }
    return judged?.measured ?? total.serviceLevel
  }

  /// Contacts that would have to be answered in time in addition, over the week or on each day.
  fileprivate var contactsLacking: Double {
    let stretches = period == .week ? [total] : days
    return stretches.reduce(0) { sum, measures in
      sum + max(0, (targetServiceLevel - measures.serviceLevel.low) * measures.arrivals)
    }
  }
}
