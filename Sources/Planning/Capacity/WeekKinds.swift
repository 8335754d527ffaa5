import Capacity
import Workforce

/// A week's shifts and kinds of people for the program without names.
struct WeekKinds {
  let settings: ScenarioSettings
  let grid: TimeGrid
  /// Agents needed per skill and slot.
  let need: [[Double]]

  /// Shifts of a contract on days with a need for some of the skills.
  ///
  /// A shift lies within the hours of that need, or begins with them when it is longer.
  func shifts(_ contract: ContractSettings, skills: [Int]) -> [WeekProgram.Shift] {
    grid.days.indices.flatMap { day -> [WeekProgram.Shift] in
      let range = grid.days[day]
      let open = range.filter { slot in skills.contains { need[$0][slot] > 0 } }
      guard let first = open.first, let last = open.last else { return [] }
      let start = (first - range.lowerBound) * grid.stepMinutes
      var end = (last + 1 - range.lowerBound) * grid.stepMinutes
      // work goes on past midnight where the day ends in need
      if last == range.upperBound - 1 { end += 720 }
      let templates = contract.shiftTemplates.compactMap(settings.shiftTemplate(named:))
      return templates.flatMap { template in
        starts(template, contract, from: start, until: end).map {
          shift(template, day: day, minute: $0)
        }
      }
    }
  }

  private func starts(
    _ template: ShiftTemplate,
    _ contract: ContractSettings,
    from start: Int,
    until end: Int
  ) -> [Int] {
    let length = Int(template.length.inSeconds / 60)
    let first = max(start, contract.shiftWindow?.start.minutes ?? 0)
    let last = min(end, contract.shiftWindow?.endMinutes ?? 2880) - length
    let step = max(5, settings.shiftStartMinutes)
    let early = (first + step - 1) / step * step
    guard early <= last else { return contract.shiftWindow == nil ? [first] : [] }
    return Array(stride(from: early, through: last, by: step))
  }

  private func shift(_ template: ShiftTemplate, day: Int, minute: Int) -> WeekProgram.Shift {
    let length = Int(template.length.inSeconds / 60)
    let breaks = template.breaks.reduce(0) { $0 + $1.length.inSeconds } / 60
    let working = 1 - breaks / Double(max(1, length))
    let from = grid.days[day].lowerBound * grid.stepMinutes + minute
    let slots = from / grid.stepMinutes...(from + length - 1) / grid.stepMinutes
    let presence = slots.compactMap { slot -> WeekProgram.Presence? in
      let begin = max(from, slot * grid.stepMinutes)
      let finish = min(from + length, (slot + 1) * grid.stepMinutes)
      let share = Double(finish - begin) / Double(grid.stepMinutes) * working
      // the last night of the week reaches into the first morning
      return share > 0 ? WeekProgram.Presence(slot: slot % grid.count, share: share) : nil
    }
    return WeekProgram.Shift(
      day: day,
      paidHours: template.paidLength.inSeconds / 3600,
      presence: presence
    )
  }

  /// A program over people of these skills, contracts and shares.
  func program(_ people: [(skills: [Int], contract: ContractSettings, share: Double)])
    -> WeekProgram
  {
    var shifts: [WeekProgram.Shift] = []
    let kinds = people.map { part in
      let own = self.shifts(part.contract, skills: part.skills)
      let first = shifts.count
      shifts += own
      let most = CapacityTerms.weeklyHours(part.contract)
      return WeekProgram.Kind(
        skills: part.skills,
        share: part.share,
        hours: min(part.contract.minimumWeeklyHours.inHours, most)...most,
        days: Double(part.contract.minimumDays)...Double(part.contract.maximumDays),
        shifts: Array(first..<first + own.count)
      )
    }
    return WeekProgram(
      need: need,
      slotHours: Double(grid.stepMinutes) / 60,
      shifts: shifts,
      kinds: kinds
    )
  }
}
