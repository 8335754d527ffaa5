import Workforce

extension EmployeeCompiler {
  /// A rule per course that the person attends and per class that the person teaches.
  ///
  /// Classes during which the person is away or not employed are left out; a course of which no
  /// other class lists the person is not asked for.
  var classDuties: [ClassDuty] {
    let all = frame.classes
    let attended = all.attended(by: employee.id).compactMap { listed -> ClassDuty? in
      let present = listed.filter(isPresent)
      guard !present.isEmpty else { return nil }
      let own = present.filter { isAdmitted(to: all.classes[$0].session) }
      return ClassDuty(
        classes: own,
        isTaught: false,
        meetingDay: meetingDay(present),
        demand: words(own, present)
      )
    }
    let taught = all.taught(by: employee.id).filter(isPresent).map { position in
      ClassDuty(
        classes: [position],
        isTaught: true,
        demand: "teaches class " + all.words(position, zone: clock.zone)
      )
    }
    return attended + taught
  }

  /// The date of the only class of a list, where it is a meeting of those at work.
  private func meetingDay(_ classes: [Int]) -> Int? {
    guard classes.count == 1, frame.classes.classes[classes[0]].session.isForThoseAtWork else {
      return nil
    }
    let date = clock.zone.local(at: frame.classes.classes[classes[0]].start).date
    return frame.grid.dates.firstIndex(of: date)
  }

  /// Whether a class may be the reason to come on a date on which nothing may be served.
  func comesAnyway(on date: LocalDate) -> Bool {
    frame.classes.concern(employee.id, on: date, zone: clock.zone)
      || index.stage(of: employee, on: date)?.tenths == 0
  }

  /// The rule on skills, with the dates on which the person may come without any.
  func skills(_ queues: [[Int]]) -> HeldSkills {
    let dates = frame.grid.dates
    return HeldSkills(
      queues: queues,
      attends: dates.map { frame.classes.concern(employee.id, on: $0, zone: clock.zone) },
      idles: dates.map { index.stage(of: employee, on: $0)?.tenths == 0 }
    )
  }

  /// The queues of which one must be open when a shift begins and ends: any for a person who comes
  /// without a skill.
  func open(_ skills: HeldSkills) -> [[Int]] {
    skills.queues.enumerated().map { day, held in
      held.isEmpty && skills.comesAnyway(day) ? Array(inputs.settings.queues.indices) : held
    }
  }

  private func isPresent(at position: Int) -> Bool {
    let item = frame.classes.classes[position]
    let zone = clock.zone
    return index.isEmployed(employee, during: [zone.local(at: item.start).date])
      && !index.absences(of: employee).contains {
        zone.instant(at: $0.from) < item.end && item.start < zone.instant(at: $0.until)
      }
  }

  private func isAdmitted(to session: ClassSession) -> Bool {
    session.site.map { $0 == employee.site } ?? true
  }

  private func words(_ own: [Int], _ present: [Int]) -> String {
    let all = frame.classes
    let names = { (positions: [Int]) in
      positions.map { all.words($0, zone: self.clock.zone) }.joined(separator: " or ")
    }
    if own.isEmpty {
      return "attends class \(names(present)), which people of site \(employee.site) cannot attend"
    }
    return "attends class \(names(own))"
  }
}

extension RosterEmployee {
  /// The person with what the classes demand.
  func attending(_ offers: ClassOffers, table: AgendaTable) -> RosterEmployee {
    var person = self
    let used = Set(days.flatMap(\.options).map(\.agenda)).filter { $0 >= 0 }.sorted()
    person.demands = offers.demands(used, table: table)
    person.courses = offers.courses
    person.hasClasses = true
    person.mustAttend = !offers.areMeetings
    person.freeSequence = sequence
    person.sequence = SequenceAutomaton(sequence, workingOn: offers.forcedDates(of: days.count))
    return person
  }
}
