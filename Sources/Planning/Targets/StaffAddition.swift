import Staffing
import Workforce

/// Adds people whom nobody has hired yet to a scenario.
struct StaffAddition {
  let inputs: PlanningInputs
  let week: ISOWeek

  private var settings: ScenarioSettings { inputs.settings }

  /// So many people with the skill of a queue, on the contract that most of its people have.
  func addition(for queue: QueueSettings, people: Int) -> Shortfall.Addition? {
    guard let contract = contract(for: queue.skill) else { return nil }
    return Shortfall.Addition(
      skill: queue.skill,
      contract: contract.name,
      people: people,
      weeklyHours: Double(people) * contract.minimumWeeklyHours.inSeconds / 3600
    )
  }

  /// The scenario with the people added as open positions.
  func inputs(with additions: [Shortfall.Addition]) -> PlanningInputs {
    var inputs = inputs
    let known = Set(inputs.employees.map(\.id))
    var number = 0
    for addition in additions {
      for _ in 0..<addition.people {
        repeat { number += 1 } while known.contains(Self.id(number))
        inputs.employees.append(
          Employee(
            id: Self.id(number),
            name: Self.id(number),
            site: site(for: addition.skill),
            contract: addition.contract,
            isPlaceholder: true
          )
        )
        inputs.skills.append(SkillGrant(employee: Self.id(number), skill: addition.skill))
        // Open positions need no certificate: whoever is hired will bring what the work needs.
        if inputs.hasCertificates {
          inputs.skillSpans.append(SkillSpan(employee: Self.id(number), skill: addition.skill))
        }
      }
    }
    return inputs
  }

  private static func id(_ number: Int) -> String { "NEW\(number)" }

  /// People who hold a skill on the week's Monday; all people where nobody does.
  private func holders(of skill: String) -> [Employee] {
    let monday = settings.zone.startOfDay(week.monday)
    let ids = Set(
      inputs.hasCertificates
        ? inputs.skillSpans.filter { $0.skill == skill && $0.contains(monday) }.map(\.employee)
        : inputs.skills.filter { $0.skill == skill && $0.isHeld(on: week.monday) }.map(\.employee)
    )
    let holders = inputs.employees.filter { ids.contains($0.id) }
    return holders.isEmpty ? inputs.employees : holders
  }

  private func contract(for skill: String) -> ContractSettings? {
    let holders = holders(of: skill)
    let counts = settings.contracts.map { contract in
      holders.count { $0.contract == contract.name }
    }
    guard let most = counts.max(), most > 0 else { return settings.contracts.first }
    return settings.contracts[counts.firstIndex(of: most) ?? 0]
  }

  private func site(for skill: String) -> String {
    let holders = holders(of: skill)
    let counts = settings.sites.map { site in holders.count { $0.site == site.name } }
    guard let most = counts.max(), let place = counts.firstIndex(of: most) else { return "" }
    return settings.sites[place].name
  }
}
