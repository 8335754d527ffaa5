import Optimization
import Workforce

/// Places people as a planner would by hand: everybody at one and the same hour, on the first day on
/// which each can be there.
///
/// Classes are held side by side, as many as the people need; where rooms or trainers do not suffice,
/// the others are held without.
struct HandPlacer {
  let reader: PlacementReader
  let hour: PlacementOptions.Hour?

  private var builder: PlacementBuilder { reader.builder }
  private var inputs: PlanningInputs { builder.inputs }

  /// A class at the hour, as far as it is known before people are counted.
  private struct Slot: Hashable {
    var day: Int
    var course: String
    var site: String?
  }

  /// The people of these seats at the hour instead.
  func placed(_ seats: [PlacementReader.Seat]) throws -> HandPlacement {
    let chosen = chosenHour
    var groups: [Slot: [PlacementReader.Seat]] = [:]
    var risk = 0.0
    for seat in seats {
      guard let (slot, cost) = slot(of: seat, chosen) else { continue }
      groups[slot, default: []].append(seat)
      risk += cost
    }
    var hand = HandPlacement(
      hour: words(chosen),
      sessions: inputs.training.sessions,
      placed: groups.values.reduce(0) { $0 + $1.count },  // order: a sum
      cost: PlacementResult.Cost(),
      note: ""
    )
    hand.cost.risk = risk
    var away = reader.built.problem.pools.map { _ in
      reader.built.problem.prices.idle.map { _ in 0.0 }
    }
    var lacking = 0
    let order = groups.keys.sorted {
      ($0.day, $0.course, $0.site ?? "") < ($1.day, $1.course, $1.site ?? "")
    }
    var used: [Int: Set<String>] = [:]
    for slot in order {
      lacking += add(slot, groups[slot] ?? [], chosen, &used, &away, &hand)
    }
    hand.cost.service = try AwayModel.costs(
      of: away,
      reader.built.problem.prices,
      pools: reader.built.problem.pools,
      solver: reader.solver
    ).reduce(0, +)
    hand.note = note(left: seats.count - hand.placed, lacking: lacking)
    return hand
  }

  private func note(left: Int, lacking: Int) -> String {
    var parts: [String] = []
    if left > 0 {
      parts.append("\(left) of these people could not sit at that hour")
    }
    if lacking > 0 {
      let classes = lacking == 1 ? "1 class" : "\(lacking) classes"
      parts.append("\(classes) would have no room or no trainer of their own")
    }
    return parts.joined(separator: "; ")
  }

  /// The middle of the hours on the first day, unless told.
  private var chosenHour: PlacementOptions.Hour {
    if let hour { return hour }
    let hours = inputs.training.placement?.hours
    let middle = ((hours?.start.minutes ?? 540) + (hours?.endMinutes ?? 1020)) / 2
    let step = inputs.settings.shiftStartMinutes
    let time = ClockTime(minutes: min(1439, middle / step * step)) ?? .midnight
    return PlacementOptions.Hour(weekday: builder.horizon.dates[0].weekday, time: time)
  }

  private func words(_ hour: PlacementOptions.Hour) -> String {
    "\(hour.weekday.abbreviation) \(hour.time)"
  }

  /// The first day, from the hour's weekday on and then around, on which somebody can sit.
  private func slot(of seat: PlacementReader.Seat, _ hour: PlacementOptions.Hour)
    -> (Slot, Double)?
  {
    let seeker = builder.seekers[seat.seeker]
    let days = builder.horizon.dates.indices
    let first = days.first { builder.horizon.dates[$0].weekday == hour.weekday } ?? 0
    for day in Array(days.dropFirst(first)) + Array(days.prefix(first)) {
      let date = builder.horizon.dates[day]
      guard let course = inputs.training.course(seeker.course, on: date),
        let offer = offer(course, seeker, date, hour.time), builder.canSit(seeker, offer)
      else { continue }
      let risk = PlacementRisk(inputs.settings, builder.horizon).cost(
        seeker,
        inputs.employees[seeker.person],
        sittingUntil: offer.until
      )
      return (Slot(day: day, course: course.name, site: offer.site), risk)
    }
    return nil
  }

  private func offer(
    _ course: Course,
    _ seeker: PlacementSeeker,
    _ date: LocalDate,
    _ time: ClockTime
  ) -> PlacementDraft.Offer? {
    let needsRoom = course.mode != .online && !inputs.training.rooms.isEmpty
    let site = needsRoom ? inputs.employees[seeker.person].site : nil
    let zone = site.map(inputs.settings.zone(ofSite:)) ?? inputs.settings.zone
    let start = LocalDateTime(date: date, time: time)
    guard case .unique(let from) = zone.resolve(start) else { return nil }
    let until = from.adding(minutes: course.lengthMinutes)
    return PlacementDraft.Offer(
      course: course,
      start: start,
      end: zone.local(at: until),
      from: from,
      until: until,
      site: site
    )
  }

  /// Adds the classes of an hour; how many of them lack a room or a trainer.
  private func add(
    _ slot: Slot,
    _ seats: [PlacementReader.Seat],
    _ hour: PlacementOptions.Hour,
    _ used: inout [Int: Set<String>],
    _ away: inout [[Double]],
    _ hand: inout HandPlacement
  ) -> Int {
    let date = builder.horizon.dates[slot.day]
    guard let first = seats.first,
      let course = inputs.training.course(slot.course, on: date),
      let offer = offer(course, builder.seekers[first.seeker], date, hour.time)
    else { return 0 }
    var rest = seats[...]
    var lacking = 0
    while !rest.isEmpty {
      let room = freeRoom(course, slot, used)
      let trainer = freeTrainer(course, offer, slot, used)
      used[slot.day, default: []].formUnion(
        [room.map { "room \($0.name)" }, trainer].compactMap(\.self)
      )
      let needsRoom = course.mode != .online && !inputs.training.rooms.isEmpty
      if (needsRoom && room == nil) || (!course.trainers.isEmpty && trainer == nil) { lacking += 1 }
      let most = min(course.seats ?? 10_000, room?.seats ?? 10_000)
      let people = rest.prefix(most)
      rest = rest.dropFirst(most)
      hand.sessions.append(
        ClassSession(
          id: "hand-\(hand.sessions.count - inputs.training.sessions.count + 1)",
          course: course.name,
          start: offer.start,
          end: offer.end,
          room: room?.name,
          site: room?.site,
          trainer: trainer,
          seats: max(people.count, most),
          attendees: people.map { builder.seekers[$0.seeker].employee }
        )
      )
      count(people, trainer, offer, &away)
      hand.cost.classes += classCost(course, trainer)
    }
    return lacking
  }

  private func freeRoom(_ course: Course, _ slot: Slot, _ used: [Int: Set<String>]) -> Room? {
    inputs.training.rooms.first { room in
      room.site == slot.site && (course.rooms.isEmpty || course.rooms.contains(room.name))
        && !(used[slot.day]?.contains("room \(room.name)") ?? false)
    }
  }

  private func freeTrainer(
    _ course: Course,
    _ offer: PlacementDraft.Offer,
    _ slot: Slot,
    _ used: [Int: Set<String>]
  ) -> String? {
    course.trainers.first { id in
      guard let person = inputs.employees.firstIndex(where: { $0.id == id }) else { return false }
      let isThere = slot.site == nil || inputs.employees[person].site == slot.site
      return isThere && !(used[slot.day]?.contains(id) ?? false)
        && builder.times.canAttend(person, from: offer.from, until: offer.until)
    }
  }

  private func classCost(_ course: Course, _ trainer: String?) -> Double {
    let teacher = inputs.employees.first { $0.id == trainer }
    let wages = (teacher.map { [$0] } ?? inputs.employees).compactMap {
      inputs.settings.contract(named: $0.contract)?.wagePerHour
    }
    let mean = wages.isEmpty ? 0 : wages.reduce(0, +) / Double(wages.count)
    return mean * Double(course.lengthMinutes) / 60
  }

  private func count(
    _ people: ArraySlice<PlacementReader.Seat>,
    _ trainer: String?,
    _ offer: PlacementDraft.Offer,
    _ away: inout [[Double]]
  ) {
    let problem = reader.built.problem
    let minutes = builder.horizon.minute(offer.from)..<builder.horizon.minute(offer.until)
    let seekers = Set(people.map(\.seeker))
    for (block, share) in problem.prices.blocks(of: minutes) {
      for need in problem.needs {
        away[need.pool][block] += share * Double(need.seekers.count(where: seekers.contains))
      }
      if let trainer, let number = reader.built.trainers.firstIndex(of: trainer) {
        away[problem.trainers[number].pool][block] += share
      }
    }
  }
}
