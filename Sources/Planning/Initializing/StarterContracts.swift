import Workforce

/// Generic shifts and contracts that fit given opening hours.
struct StarterContracts {
  let fullShift: ShiftTemplate
  let partShift: ShiftTemplate
  let templates: [ShiftTemplate]
  let contracts: [ContractSettings]
  /// Working days that a person of each contract has in a usual week.
  let usualDays: [Double]

  init(_ openingHours: OpeningHours) {
    let lengths = openingHours.windows.compactMap { windows in
      windows.map { $0.endMinutes - $0.start.minutes }.max()
    }
    // A center that is open without end has no edges that a shift must keep to.
    let isEndless = lengths.count == 7 && lengths.allSatisfy { $0 == 1440 }
    let longest = isEndless ? 510 : min(510, max(60, (lengths.max() ?? 510) / 30 * 30))
    let shortest = isEndless ? 300 : min(300, max(60, (lengths.min() ?? 300) / 30 * 30))
    fullShift = longest == 510 ? GenericShifts.fullDay : Self.shift("full_day", longest)
    partShift = shortest == 300 ? GenericShifts.halfDay : Self.shift("half_day", shortest)
    let hasShort = longest == 510
    templates = [fullShift] + (hasShort ? [GenericShifts.shortDay] : []) + [partShift]
    let fullDays = min(5, lengths.filter { $0 >= longest }.count)
    let partDays = min(4, lengths.count)
    let most = min(6, lengths.count)
    let regular = fullShift.paidLength.inHours
    let least = hasShort ? GenericShifts.shortDay.paidLength.inHours : regular
    let part = partShift.paidLength.inHours
    let (full, half) = (Double(fullDays), Double(partDays))
    contracts = [
      GenericShifts.contract(
        "full_time",
        wage: 20,
        hours: (full * least, full * regular, (full + (most > fullDays ? 1 : 0)) * regular),
        days: fullDays...max(fullDays, most),
        shifts: hasShort ? [fullShift, GenericShifts.shortDay] : [fullShift]
      ),
      GenericShifts.contract(
        "part_time",
        wage: 20,
        hours: (half * part, min(half + 1, 5) * part, min(half + 1, 5) * part),
        days: partDays...max(partDays, min(5, lengths.count)),
        shifts: [partShift]
      ),
    ]
    usualDays = [full, half + (lengths.count > partDays ? 0.4 : 0)]
  }

  /// A shift of a length that the usual ones do not have; one break from four hours on.
  private static func shift(_ name: String, _ minutes: Int) -> ShiftTemplate {
    let pause = BreakTemplate(kind: .rest, length: .minutes(15), isPaid: true)
    let lunch = BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: false)
    let breaks = minutes > 420 ? [pause, lunch, pause] : minutes > 360 ? [pause, lunch] : [pause]
    return ShiftTemplate(
      name: name,
      length: .minutes(minutes),
      breaks: minutes >= 240 ? breaks : [],
      maximumStretch: .minutes(240)
    )
  }
}
