import Capacity
import Training
import Workforce

/// The people there are, month by month: who is employed, with which skills, counting for how much.
struct PeopleAhead {
  /// What is known of one person.
  struct Person: Hashable {
    var contract: Int
    var share: Double
    /// Skills per month; `nil` when not employed.
    var skills: [[Int]?]
    var counts: [Double]
  }

  let inputs: PlanningInputs
  let skills: [String]
  let months: [CalendarMonth]

  /// Everybody but placeholders, by position among the employees.
  func people() -> [(index: Int, person: Person)] {
    let stages = StageOnDate(inputs.training)
    let spans = inputs.hasCertificates ? inputs.skillSpansByEmployee : [:]
    let grants = Dictionary(grouping: inputs.skills, by: \.employee)
    return inputs.employees.enumerated().compactMap { index, employee in
      guard !employee.isPlaceholder,
        let contract = inputs.settings.contracts.firstIndex(where: { $0.name == employee.contract })
      else { return nil }
      let own = stages.stages(of: employee.id)
      let held = months.map { month -> [Int]? in
        let date = month.middle
        guard employee.hired.map({ $0 <= date }) ?? true,
          employee.leaves.map({ date <= $0 }) ?? true
        else { return nil }
        return inputs.hasCertificates
          ? certified(spans[employee.id] ?? [], employee, date)
          : granted(grants[employee.id] ?? [], date)
      }
      let counts = months.map { month in
        let stage = own.last { $0.from <= month.middle && month.middle < $0.until }
        return Double(stage?.stage.tenths ?? 10) / 10
      }
      let person = Person(
        contract: contract,
        share: employee.fullTimeEquivalent.value,
        skills: held,
        counts: counts
      )
      return (index, person)
    }
  }

  private func granted(_ grants: [SkillGrant], _ date: LocalDate) -> [Int] {
    skills.indices.filter { skill in
      grants.contains { $0.skill == skills[skill] && $0.isHeld(on: date) }
    }
  }

  private func certified(_ spans: [SkillSpan], _ employee: Employee, _ date: LocalDate) -> [Int] {
    let zone = inputs.settings.zone(ofSite: employee.site)
    let noon = zone.startOfDay(date)
    return skills.indices.filter { skill in
      spans.contains { $0.skill == skills[skill] && !$0.isSupervised && $0.contains(noon) }
    }
  }
}

/// Sets of skills by number, in the order in which they are met.
struct NumberedSets {
  /// Sets beyond these are not planned apart.
  static let most = 64

  private(set) var sets: [[Int]] = []
  private var known: [[Int]: Int] = [:]

  /// The number of a set; `nil` for the empty one and where there are too many.
  mutating func number(_ skills: [Int]) -> Int? {
    guard !skills.isEmpty else { return nil }
    if let number = known[skills] { return number }
    guard sets.count < Self.most else { return nil }
    known[skills] = sets.count
    sets.append(skills)
    return sets.count - 1
  }
}
