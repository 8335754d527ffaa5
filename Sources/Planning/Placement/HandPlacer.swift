import Optimization
import Workforce

/// Places people as a planner would by hand: everybody at one and the same hour, on the first day on
/// which each can be there and a class has a seat, a room and a trainer.
struct HandPlacer {
  let reader: PlacementReader
  let hour: PlacementOptions.Hour?

  private var builder: PlacementBuilder { reader.builder }
  private var inputs: PlanningInputs { builder.inputs }

  /// The classes so far.
  private struct Draft {
    /// A class with its seekers.
    struct Class {
      var day: Int
      var offer: PlacementDraft.Offer
      var room: Room?
      var trainer: String?
      var seats: Int
      var seekers: [Int] = []
    }

    var classes: [Class] = []
    /// People and rooms that are taken at the hour, per day.
    var taken: [Int: Set<String>] = [:]
    var risk = 0.0

    var seated: Int { classes.reduce(0) { $0 + $1.seekers.count } }
  }

  /// The people of these seats at the hour instead.
  func placed(_ seats: [PlacementReader.Seat]) throws -> HandPlacement {
    let seekers = seats.map(\.seeker).sorted()
    let (chosen, draft) = best(seekers)
    var hand = HandPlacement(
      hour: words(chosen),
      sessions: inputs.training.sessions,
      placed: draft.seated,
      cost: PlacementResult.Cost(risk: draft.risk),
      note: ""
    )
    var away = reader.built.problem.pools.map { _ in
      reader.built.problem.prices.idle.map { _ in 0.0 }
    }
    for own in draft.classes {
      add(own, &hand)
      count(own, &away)
      hand.cost.classes += classCost(own.offer.course, own.trainer)
    }
    hand.cost.service = try AwayModel.costs(
      of: away,
      reader.built.problem.prices,
      pools: reader.built.problem.pools,
      solver: reader.solver
    ).reduce(0, +)
    let left = seats.count - hand.placed
    if left > 0 {
      hand.note = "\(left) of these people could not sit at that hour on any day in time"
    }
    return hand
  }

  /// The hour that was asked for, else that of the first day at which most can sit, of several the
  /// one nearest to the middle of the placement's hours.
  private func best(_ seekers: [Int]) -> (hour: PlacementOptions.Hour, draft: Draft) {
    let choices = hour.map { [$0] } ?? hours
    var best: (hour: PlacementOptions.Hour, draft: Draft)?
    for choice in choices {
      var draft = Draft()
      for seeker in seekers { seat(seeker, choice, &draft) }
      if best.map({ $0.draft.seated < draft.seated }) ?? true { best = (choice, draft) }
    }
    guard let best else { preconditionFailure("there is always an hour") }
    return best
  }

  /// Starts on the first day within the placement's hours, from their middle on outwards.
  private var hours: [PlacementOptions.Hour] {
    let window = inputs.training.placement?.hours
    let (first, end) = (window?.start.minutes ?? 540, window?.endMinutes ?? 1020)
    let step = inputs.settings.shiftStartMinutes
    let middle = min(1439, (first + end) / 2) / step * step
    let starts = [middle] + stride(from: 0, to: 1440, by: step).filter { first <= $0 && $0 < end }
    return starts.sorted { (abs($0 - middle), $0) < (abs($1 - middle), $1) }.compactMap { minute in
      ClockTime(minutes: minute).map {
        PlacementOptions.Hour(weekday: builder.horizon.dates[0].weekday, time: $0)
      }
    }
  }

  private func words(_ hour: PlacementOptions.Hour) -> String {
    "\(hour.weekday.abbreviation) \(hour.time)"
  }

  /// Seats somebody on the first possible day, from the hour's weekday on and then around.
  private func seat(_ index: Int, _ hour: PlacementOptions.Hour, _ draft: inout Draft) {
    let seeker = builder.seekers[index]
    let days = builder.horizon.dates.indices
    let first = days.first { builder.horizon.dates[$0].weekday == hour.weekday } ?? 0
    for day in Array(days.dropFirst(first)) + Array(days.prefix(first)) {
      let date = builder.horizon.dates[day]
      guard let course = inputs.training.course(seeker.course, on: date),
        let offer = offer(course, seeker, date, hour.time), builder.canSit(seeker, offer),
        draft.taken[day]?.contains(seeker.employee) != true,
        let place = place(offer, on: day, for: seeker, &draft)
      else { continue }
      draft.classes[place].seekers.append(index)
      draft.taken[day, default: []].insert(seeker.employee)
      draft.risk += PlacementRisk(inputs.settings, builder.horizon).cost(
        seeker,
        inputs.employees[seeker.person],
        sittingUntil: offer.until
      )
      return
    }
  }

  /// A class with a free seat, a new one where there is none; `nil` where none can be held.
  private func place(
    _ offer: PlacementDraft.Offer,
    on day: Int,
    for seeker: PlacementSeeker,
    _ draft: inout Draft
  ) -> Int? {
    let open = draft.classes.indices.first { index in
      let own = draft.classes[index]
      return own.day == day && own.offer.course.name == offer.course.name
        && own.offer.site == offer.site && own.seekers.count < own.seats
    }
    if let open { return open }
    let taken = draft.taken[day] ?? []
    let (room, trainer) = (room(offer, taken), trainer(offer, taken, besides: seeker.employee))
    let week = builder.horizon.week(of: offer.start.date)
    let held = draft.classes.count {
      $0.offer.course.name == offer.course.name
        && builder.horizon.week(of: $0.offer.start.date) == week
    }
    guard held < builder.classesLeft(offer.course.name)[week], offer.site == nil || room != nil,
      offer.course.trainers.isEmpty || trainer != nil
    else { return nil }
    draft.taken[day, default: []].formUnion([room.map(Self.key), trainer].compactMap(\.self))
    draft.classes.append(
      Draft.Class(
        day: day,
        offer: offer,
        room: room,
        trainer: trainer,
        seats: min(offer.course.seats ?? 10_000, room?.seats ?? 10_000)
      )
    )
    return draft.classes.count - 1
  }

  /// Rooms beside people: an identifier never begins so.
  private static func key(_ room: Room) -> String { "room \(room.name)" }

  private func room(_ offer: PlacementDraft.Offer, _ taken: Set<String>) -> Room? {
    inputs.training.rooms.first { room in
      room.site == offer.site
        && (offer.course.rooms.isEmpty || offer.course.rooms.contains(room.name))
        && !taken.contains(Self.key(room)) && builder.isFree(room, offer)
    }
  }

  private func trainer(
    _ offer: PlacementDraft.Offer,
    _ taken: Set<String>,
    besides seeker: String
  ) -> String? {
    offer.course.trainers.first { id in
      guard id != seeker, !taken.contains(id) else { return false }
      return builder.canTeach(id, offer)
    }
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

  private func classCost(_ course: Course, _ trainer: String?) -> Double {
    let teacher = inputs.employees.first { $0.id == trainer }
    let wages = (teacher.map { [$0] } ?? inputs.employees).compactMap {
      inputs.settings.contract(named: $0.contract)?.wagePerHour
    }
    let mean = wages.isEmpty ? 0 : wages.reduce(0, +) / Double(wages.count)
    return mean * Double(course.lengthMinutes) / 60
  }

  /// Adds a class and who is in it.
  private func add(_ own: Draft.Class, _ hand: inout HandPlacement) {
    let people = own.seekers.map { builder.seekers[$0].employee }
    let session = ClassSession(
      id: "hand-\(hand.sessions.count - inputs.training.sessions.count + 1)",
      course: own.offer.course.name,
      start: own.offer.start,
      end: own.offer.end,
      room: own.room?.name,
      site: own.room?.site,
      trainer: own.trainer,
      seats: max(people.count, own.seats),
      attendees: people
    )
    hand.sessions.append(session)
    hand.sittings += Sitting.sittings(of: session, people, own.trainer, own.offer)
  }

  private func count(_ own: Draft.Class, _ away: inout [[Double]]) {
    let problem = reader.built.problem
    let (from, until) = (own.offer.from, own.offer.until)
    let minutes = builder.horizon.minute(from)..<builder.horizon.minute(until)
    let seekers = Set(own.seekers)
    for (block, share) in problem.prices.blocks(of: minutes) {
      for need in problem.needs {
        away[need.pool][block] += share * Double(need.seekers.count(where: seekers.contains))
      }
      if let number = own.trainer.flatMap({ reader.built.trainers.firstIndex(of: $0) }) {
        away[problem.trainers[number].pool][block] += share
      }
    }
  }
}
