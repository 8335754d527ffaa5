import Workforce

/// Enough time passes between shifts of certain kinds, the last past shift included.
enum RestBetweenCheck: LaborCheck {
  static let name = "rest between"

  private struct Rest {
    var after: [String]
    var before: [String]
    var time: Duration
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.labor.pairs.flatMap { earlier, later -> [Miss] in
      let entries = person.facts.labor.inForce(on: later.date) { rule -> Rest? in
        guard case .restBetween(let after, let before, let time) = rule else { return nil }
        return Rest(after: after, before: before, time: time)
      }
      return entries.compactMap { entry in
        let rest = later.start.since(earlier.end)
        guard earlier.isOne(of: entry.value.after), later.isOne(of: entry.value.before),
          rest < entry.value.time
        else { return nil }
        let kinds = [entry.value.after, entry.value.before].map { $0.joined(separator: " or ") }
        let given =
          "\(text(rest)) from \(kinds[0]) until \(person.text(earlier.end)) to \(kinds[1])"
        return Miss(
          date: later.date,
          units: (entry.value.time - rest).inHours,
          price: entry.price,
          detail:
            "\(given) from \(person.text(later.start)); \(text(entry.value.time)) are required"
        )
      }
    }
  }
}
