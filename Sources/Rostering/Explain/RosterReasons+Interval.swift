public import Workforce

extension RosterReasons {
  /// What is asked about an interval.
  struct Asked: Sendable {
    let from: Instant
    let until: Instant
    let slots: Range<Int>
    /// Positions of the queues.
    let queues: [Int]
    /// Whether rules that stop people are named.
    var namesRules = true
  }

  /// Why an interval is staffed as it is.
  ///
  /// - Parameters:
  ///   - from: Its first moment, at which a roster slot begins.
  ///   - until: The first moment after it, likewise.
  ///   - queues: Positions of the queues that are meant.
  ///   - needs: People needed, per queue of `queues`.
  ///   - namesRules: Whether the rules that stop people are found, which takes most of the time.
  ///   - stop: Ends the work.
  ///   - progress: Is told the stages.
  /// - Returns: The explanation.
  /// - Throws: `ShiftwrightError` when `stop` is cancelled.
  public func interval(
    from: Instant,
    until: Instant,
    queues: [Int],
    needs: [Int],
    namesRules: Bool = true,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws(ShiftwrightError) -> IntervalExplanation {
    let slots = grid.index(of: from)..<grid.index(of: until)
    let asked = Asked(
      from: from,
      until: until,
      slots: slots,
      queues: queues,
      namesRules: namesRules
    )
    progress?(StageProgress(stage: "price other weeks"))
    let people = inputs.employees
    let found = parallelMap(count: people.count, threads: effort.threads) { index in
      stop.isStopped
        ? IntervalExplanation.Person(employee: people[index].id, reason: .noWeek)
        : person(people[index], asked)
    }
    if stop.reason == .cancelled {
      throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
    }
    return IntervalExplanation(
      from: from,
      until: until,
      queues: zip(queues, needs).map { queue($0, need: $1, asked) },
      people: found
    )
  }

  private func queue(_ queue: Int, need: Int, _ asked: Asked) -> IntervalExplanation.Queue {
    let flow = state.cover.flow
    let scale = Double(problem.cover.unitsPerPerson(problem.groups))
    let count = Double(max(1, asked.slots.count))
    let given = asked.slots.reduce(0) { $0 + Int(flow.filled[$1 * flow.queueCount + queue]) }
    let alone = problem.groups.firstIndex {
      $0.queues == [queue] && $0.tenths == RosterGroup.fullPerson && $0.parts.isEmpty
    }
    return IntervalExplanation.Queue(
      name: problem.queueNames[queue],
      need: need,
      given: Double(given) / scale / count,
      skilled: Double(skilled(queue, asked)) / count,
      gain: alone.map { group in
        asked.slots.reduce(0) { $0 + state.cover.freshGain(group: group, slot: $1) }
      } ?? 0
    )
  }

  /// Slots of people at work who may serve a queue.
  private func skilled(_ queue: Int, _ asked: Asked) -> Int {
    var count = 0
    for shift in state.tours.flatMap(\.shifts) {
      problem.forEachStretchInGroup(of: shift) { group, stretch in
        guard problem.groups[group].queues.contains(queue) else { return }
        count += stretch.clamped(to: asked.slots).count
      }
    }
    return count
  }

  /// Why a person is there or not.
  private func person(_ person: Employee, _ asked: Asked) -> IntervalExplanation.Person {
    let entry = { (reason: IntervalExplanation.Reason) in
      IntervalExplanation.Person(employee: person.id, reason: reason)
    }
    if let reason = outside(person, asked) { return entry(reason) }
    guard let position = compiled.compiler.positions[person.id] else { return entry(.noWeek) }
    let present = state.tours[position]
    if problem.isAtWork(present, during: asked.slots) { return entry(.atWork) }
    let weeks = weeks(of: position)
    guard let tour = weeks.best(weeks.numbers, during: asked.slots) else {
      return entry(asked.namesRules ? obstacle(weeks, asked) : .stopped)
    }
    let day = tour.shifts.last { $0.start <= asked.slots.lowerBound }?.day ?? 0
    guard let way = alternative(.atWork, weeks, tour, on: day) else { return entry(.together) }
    let isPartly = present.shifts.contains { shift in
      let all = shift.start..<shift.start + problem.shapes[shift.shape].length
      return all.overlaps(asked.slots)
    }
    return IntervalExplanation.Person(
      employee: person.id,
      reason: isPartly ? .partly : .possible,
      way: way
    )
  }

  /// Why a person does not count at all in an interval; `nil` for one who does.
  private func outside(_ person: Employee, _ asked: Asked) -> IntervalExplanation.Reason? {
    let zone = PersonalClocks(inputs).zone(of: person.id)
    let date = zone.local(at: asked.from).date
    guard person.hired.map({ $0 <= date }) ?? true, person.leaves.map({ date <= $0 }) ?? true
    else { return .notEmployed }
    let served = inputs.queues(servedBy: person.id, on: date, overMidnight: false)
    guard asked.queues.contains(where: served.contains) else {
      let skills = asked.queues.map { inputs.settings.queues[$0].skill }
      return isCertified(person.id, in: skills, on: date) ? .noCertificate : .noSkill
    }
    let isAway = inputs.absences.contains { absence in
      absence.employee == person.id && zone.instant(at: absence.from) < asked.until
        && asked.from < zone.instant(at: absence.until)
    }
    return isAway ? .absent : nil
  }

  /// Whether a person was granted a skill, or has a certificate on record that grants it, though it
  /// may not be used on a date.
  private func isCertified(_ id: String, in skills: [String], on date: LocalDate) -> Bool {
    guard inputs.hasCertificates else { return false }
    if inputs.skills.contains(where: { $0.employee == id && skills.contains($0.skill) }) {
      return true
    }
    let held = inputs.training.certifications.filter { $0.employee == id }
    return held.contains { certificate in
      inputs.training.course(certificate.course, on: date)?.grants
        .contains { skills.contains($0.skill) } ?? false
    }
  }
}
