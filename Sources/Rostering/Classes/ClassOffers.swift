import Workforce

/// Which classes the shifts of each date of one person can hold.
struct ClassOffers {
  /// Most duties whose classes lie on several dates.
  static let mostOpen = 4

  private let duties: [ClassDuty]
  private let classes: WeekClasses
  /// The only date of each duty whose classes lie on one; `nil` where they lie on several or none.
  private let fixedDates: [Int?]
  /// Per date: the ways to choose classes, each a list of (duty, class).
  private let ways: [[[Choice]]]

  /// A class chosen for a duty.
  struct Choice: Hashable {
    let duty: Int
    let position: Int
  }

  /// Takes the shifts that a person may work apart from classes, by date.
  init(
    duties: [ClassDuty],
    classes: WeekClasses,
    candidates: [[CandidateShift]],
    shapes: [ShiftShape]
  ) {
    let fits = { (position: Int, day: Int) in
      candidates[day].contains { $0.holds(classes.classes[position].slots, shapes: shapes) }
    }
    let places = duties.map { duty in
      candidates.indices.map { day in duty.classes.filter { fits($0, day) } }
    }
    let fixedDates = places.map { days -> Int? in
      let used = days.indices.filter { !days[$0].isEmpty }
      return used.count == 1 ? used[0] : nil
    }
    self.duties = duties
    self.classes = classes
    self.fixedDates = fixedDates
    ways = candidates.indices.map { day in
      duties.indices.reduce([[]]) { ways, duty in
        let own = places[duty][day].map { Choice(duty: duty, position: $0) }
        if let meeting = duties[duty].meetingDay, meeting != day { return ways }
        guard !own.isEmpty else { return duties[duty].meetingDay == nil ? ways : [] }
        return ways.flatMap { way in
          let with = own.filter { choice in
            !way.contains {
              classes.classes[$0.position].excludes(classes.classes[choice.position])
            }
          }.map { way + [$0] }
          return fixedDates[duty] == nil && duties[duty].meetingDay == nil ? [way] + with : with
        }
      }
    }
  }

  /// Why there are more choices than can be planned; `nil` where there are not.
  static func tooMany(_ offers: ClassOffers?) -> String? {
    guard let open = offers?.openDuties.count, open > mostOpen else { return nil }
    return "\(ClassDuty.name): classes of \(open) courses lie on several dates each; at most "
      + "\(mostOpen) courses of a person can have a choice of dates in a week"
  }

  /// Duties whose classes do not lie on just one date.
  var openDuties: [Int] {
    duties.indices.filter { fixedDates[$0] == nil && duties[$0].meetingDay == nil }
  }

  /// Per course attended: its classes.
  var courses: [[Int]] {
    duties.filter { !$0.isTaught && $0.meetingDay == nil }.map(\.classes)
  }

  /// Whether nothing but meetings of those at work is asked for.
  var areMeetings: Bool { duties.allSatisfy { $0.meetingDay != nil } }

  /// The dates that must be worked.
  func forcedDates(of count: Int) -> [Bool] {
    (0..<count).map { day in
      duties.indices.contains { fixedDates[$0] == day && duties[$0].meetingDay == nil }
    }
  }

  /// The agendas that a shift can hold, ascending, -1 for none.
  func agendas(
    in shift: CandidateShift,
    shapes: [ShiftShape],
    table: inout AgendaTable
  ) -> [Int] {
    let shape = shapes[shift.shape]
    var found: [Int] = []
    for way in ways[shift.day] {
      let slots = way.map { classes.classes[$0.position].slots }
      guard slots.allSatisfy({ shift.holds($0, shapes: shapes) }),
        slots.isEmpty || shape.canHoldBreaks(outside: slots, start: shift.startSlot)
      else { continue }
      found.append(
        table.position(
          of: way.map(\.position),
          seated: way.filter { !duties[$0.duty].isTaught }.map(\.position)
        )
      )
    }
    return found.sorted()
  }

  /// Per open duty: the agendas among those given that meet it.
  func demands(_ used: [Int], table: AgendaTable) -> [[Int]] {
    openDuties.map { duty in
      used.filter { position in
        let agenda = table.agendas[position]
        return duties[duty].classes.contains { item in
          agenda.sessions.contains(item)
            && agenda.seated.contains(item) != duties[duty].isTaught
        }
      }
    }
  }
}

extension CandidateShift {
  /// Whether slots lie wholly inside the shift.
  func holds(_ slots: Range<Int>, shapes: [ShiftShape]) -> Bool {
    startSlot <= slots.lowerBound && slots.upperBound <= startSlot + shapes[shape].length
  }
}

extension ShiftShape {
  /// Whether the breaks can be placed clear of some slots of a shift that starts at `start`.
  func canHoldBreaks(outside slots: [Range<Int>], start: Int) -> Bool {
    guard let placement = BreakPlacement(self) else { return false }
    let nothing = [Double](repeating: 0, count: length + 1)
    var scratch = [Double](
      repeating: 0,
      count: BreakKernel.scratchCount(longest: length)
    )
    let loss = placement.leastLoss(
      prefix: nothing,
      start: 0,
      table: &scratch,
      closed: slots.map { $0.lowerBound - start..<$0.upperBound - start }
    )
    return loss < .infinity
  }
}
