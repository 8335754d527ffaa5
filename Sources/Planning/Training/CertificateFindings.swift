import Training
import Workforce

/// What lapsed certificates take from a week.
struct CertificateFindings {
  private let inputs: PlanningInputs
  private let week: ISOWeek

  /// Takes a scenario whose spans of skills are known, and a week.
  init(_ inputs: PlanningInputs, _ week: ISOWeek) {
    self.inputs = inputs
    self.week = week
  }

  /// Warnings; none where nobody is kept from a queue by a lapse.
  var all: [Diagnostic] {
    guard inputs.hasCertificates else { return [] }
    let lapses = lapses
    guard !lapses.isEmpty else { return [] }
    let kept = kept(Set(lapses.map(\.employee)))
    let own = lapses.filter { kept.contains($0.employee) }
    guard !own.isEmpty else { return [] }
    let courses = Set(own.map(\.course)).sorted().map { course in
      let dates = own.filter { $0.course == course }.map(\.date)
      let first = dates.min().map { ", the first on \($0)" } ?? ""
      return "\(course) of \(dates.count == 1 ? "1 person" : "\(dates.count) people")\(first)"
    }
    let people = kept.count == 1 ? "1 person is" : "\(kept.count) people are"
    return [
      Diagnostic(
        .warning,
        file: "certifications.csv",
        message: "\(people) kept from queues in \(week) by certificates that lapse: "
          + courses.joined(separator: "; ") + ".",
        suggestion: "See 'shiftwright training due' for who, and seat them in time with "
          + "'shiftwright training place'; then record the passes and plan again."
      )
    ]
  }

  private struct Lapse {
    var employee: String
    var course: String
    var date: LocalDate
  }

  /// Courses of which people hold no certificate to the end of the week, but held one.
  private var lapses: [Lapse] {
    let end = LocalDateTime(date: week.monday.adding(days: 7), time: .midnight)
    let employed = Set(
      inputs.employees.filter { $0.leaves.map { week.monday <= $0 } ?? true }.map(\.id)
    )
    let held = inputs.training.certifications.filter {
      !$0.isRevoked && employed.contains($0.employee)
    }
    var last: [[String]: LocalDateTime?] = [:]
    for certificate in held {
      let key = [certificate.employee, certificate.course]
      guard let known = last[key] else {
        last[key] = certificate.lapses
        continue
      }
      last[key] = known.flatMap { one in certificate.lapses.map { max(one, $0) } }
    }
    return last.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
      guard let lapse = last[key] ?? nil, lapse < end else { return nil }
      return Lapse(employee: key[0], course: key[1], date: lapse.date)
    }
  }

  /// Who could serve more on a date of the week if no certificate lapsed.
  private func kept(_ people: Set<String>) -> Set<String> {
    var some = inputs
    some.employees.removeAll { !people.contains($0.id) }
    var lasting = some
    for index in lasting.training.certifications.indices {
      lasting.training.certifications[index].lapses = nil
    }
    lasting.skillSpans = SkillHolding(lasting).spans()
    let (now, then) = (spans(some), spans(lasting))
    return Set(
      some.employees.filter { employee in
        let zone = inputs.settings.zone(ofSite: employee.site)
        return week.dates.contains { date in
          let queues = [now, then].map {
            inputs.queues(allowedBy: $0[employee.id] ?? [], from: date, days: 1, zone: zone)
          }
          return queues[0] != queues[1]
        }
      }.map(\.id)
    )
  }

  private func spans(_ inputs: PlanningInputs) -> [String: [SkillSpan]] {
    Dictionary(grouping: inputs.skillSpans, by: \.employee)
  }
}
