import Workforce

extension CliffRunner {
  /// Plays the worst weeks with the plan.
  func confirm(
    _ planned: PlanningInputs,
    _ weeks: [ISOWeek],
    _ played: inout Played,
    _ stop: StopSignal
  ) throws {
    let service = WeekService(options: options, solver: solver)
    for week in worst(played) where played.planned[week] == nil && !stop.isStopped {
      let outcome = try service.outcome(planned, played.forecasts[week], stop: stop)
      if !stop.isStopped { played.planned[week] = outcome.service }
    }
  }

  /// The weeks that lose most service without renewals, the worst first.
  func worst(_ played: Played) -> [Int] {
    let losses = played.with.indices.compactMap { week -> (loss: Double, week: Int)? in
      guard let with = played.with[week], let without = played.without[week],
        !played.isSame[week]
      else { return nil }
      return (zip(with, without).map { $0.mean - $1.mean }.max() ?? 0, week)
    }
    return losses.sorted { (-$0.loss, $0.week) < (-$1.loss, $1.week) }.prefix(Self.worst)
      .map(\.week)
  }

  func result(
    _ weeks: [ISOWeek],
    _ skills: [String],
    _ sets: SkillSets,
    _ heads: (low: [[Double]], high: [[Double]], kept: [[Double]]),
    _ played: Played
  ) -> CliffResult {
    // the single skills, and all of them together
    let shown = Array(skills.indices) + (skills.count > 1 ? [sets.sets.count - 1] : [])
    let rows = weeks.indices.map { week in
      CliffResult.Week(
        week: weeks[week],
        skills: shown.map { set in
          CliffResult.SkillWeek(
            skill: sets.name(set, skills),
            without: heads.low[set][week],
            with: heads.high[set][week],
            planned: heads.kept[set][week],
            need: sets.need(played.need[week])[set]
          )
        },
        queues: inputs.settings.queues.indices.map { queue in
          CliffResult.QueueWeek(
            queue: inputs.settings.queues[queue].name,
            without: played.without[week]?[queue],
            with: played.with[week]?[queue],
            planned: played.planned[week]?[queue]
          )
        },
        isSame: played.isSame[week]
      )
    }
    return CliffResult(
      inputs: inputs,
      weeks: rows,
      lapsing: 0,
      renewals: [],
      classes: 0,
      cost: 0,
      gap: 0,
      short: [],
      remedies: [],
      margin: 0,
      unplayed: played.with.count { $0 == nil }
    )
  }

  /// Counts the lapses, and those of compliance training that a plan leaves out.
  func count(
    _ lapses: [FutureCertificates.Lapse],
    _ renewals: [RenewalPlanner.Renewal],
    _ result: inout CliffResult
  ) {
    result.lapsing = lapses.count
    let renewed = Set(renewals.map { [$0.course, inputs.employees[$0.person].id] })
    let left = lapses.filter { lapse in
      !renewed.contains([lapse.course, inputs.employees[lapse.person].id])
        && inputs.training.course(lapse.course, on: lapse.at.date)?.isCompliance ?? false
    }
    result.obliged = Set(left.map(\.course)).sorted().map { course in
      CliffResult.Obliged(course: course, people: left.count { $0.course == course })
    }
  }

  func add(
    _ plan: Plan,
    _ weeks: [ISOWeek],
    _ skills: [String],
    _ sets: SkillSets,
    to result: inout CliffResult
  ) {
    guard let choice = plan.choice else { return }
    result.margin = plan.margin
    result.renewals = plan.renewals.map { renewal in
      CliffResult.Renewal(
        employee: inputs.employees[renewal.person].id,
        course: renewal.course,
        week: weeks[renewal.week],
        lapses: renewal.lapses,
        cost: renewal.cost
      )
    }
    result.classes = choice.classes.reduce(0) { $0 + $1.reduce(0, +) }
    result.cost = choice.cost
    result.gap = choice.gap
    result.short = choice.short.map { missing in
      CliffResult.Short(
        week: weeks[missing.week],
        skill: sets.name(missing.skill, skills),
        heads: missing.heads
      )
    }.sorted { ($0.week, $0.skill) < ($1.week, $1.skill) }
  }

  /// Tries what would help where no plan suffices.
  func remedies(
    _ planner: RenewalPlanner,
    _ needed: [RenewalProblem.Heads],
    _ choice: RenewalChoice?,
    _ stop: StopSignal
  ) throws -> [String] {
    guard let choice, !choice.short.isEmpty else { return [] }
    let missing = choice.short.reduce(0) { $0 + $1.heads }
    let courses = Set(planner.lapses.map(\.course))
    var sentences: [String] = []
    let changes: [PlacementChange] = [.oneMoreClass, .oneMoreSeat, .anotherTrainer, .anotherRoom]
    for change in changes where !stop.isStopped {
      let other = RenewalPlanner(
        inputs: change.applied(to: planner.inputs, courses: courses),
        weeks: planner.weeks,
        lapses: planner.lapses,
        gains: planner.gains,
        worth: planner.worth
      )
      let found = try RenewalModel(other.problem(needed: needed)).solved(
        by: solver,
        milliseconds: min(30_000, stop.millisecondsLeft ?? 30_000)
      )
      guard let found else { continue }
      let left = found.short.reduce(0) { $0 + $1.heads }
      guard left < missing - 1e-6 else { continue }
      let share = Int(((missing - left) / missing * 100).rounded())
      sentences.append("\(change.sentence) would close \(share) % of what is missing.")
    }
    return sentences
  }
}
