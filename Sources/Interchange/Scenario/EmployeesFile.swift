import Workforce

/// `employees.csv`.
enum EmployeesFile {
  static let name = "employees.csv"
  static let required = ["employee", "name", "site", "team", "contract"]
  static let optional = ["hired", "leaves", "fte", "placeholder"]

  private struct Columns {
    let id, name, site, team, contract, hired, leaves, share, placeholder: CSVColumn

    init(_ table: CSVTable) {
      id = table.column("employee")
      name = table.column("name")
      site = table.column("site")
      team = table.column("team")
      contract = table.column("contract")
      hired = table.column("hired")
      leaves = table.column("leaves")
      share = table.column("fte")
      placeholder = table.column("placeholder")
    }
  }

  /// Reads the people and adds them to the context.
  static func read(
    _ bytes: [UInt8],
    findings: FileFindings,
    into context: inout FolderContext
  ) -> [Employee] {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let columns = Columns(table)
    var lines = FirstLines<String>()
    var employees: [Employee] = []
    var names: [String] = []
    while table.next() {
      let id = table.text(columns.id)
      if !id.isEmpty, let first = lines.earlier(id, line: table.line) {
        table.report("duplicate employee", .duplicateEmployee(id, line: first))
      } else if !id.isEmpty {
        names.append(id)
      }
      if let employee = employee(table, columns, context) {
        employees.append(employee)
        context.sites[employee.id] = employee.site
      }
    }
    if names.isEmpty, findings.errorCount == 0 { findings.report("no employees", .noEmployees) }
    if names.isEmpty { return [] }
    context.employees = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) }
    )
    context.employeeNames = names
    return employees
  }

  private static func employee(
    _ table: CSVTable,
    _ columns: Columns,
    _ context: FolderContext
  ) -> Employee? {
    let id = table.value(columns.id, .text)
    let site = table.reference(columns.site, "site", context.draft?.sites)
    let contract = table.reference(columns.contract, "contract", context.draft?.contracts)
    let hired = table.optional(columns.hired, .date)
    let leaves = table.optional(columns.leaves, .date)
    if let hired, let leaves, leaves < hired {
      table.report("leaves before hired", .leavesBeforeHired(id ?? "", hired, leaves))
    }
    let share =
      table.range(columns.share).isEmpty ? .one : table.value(columns.share, .shareAboveZero)
    let isPlaceholder = table.optional(columns.placeholder, .flag) ?? false
    guard let id, let site, let contract, let share else { return nil }
    if share < .one { checkHours(of: id, contract, share, table, context) }
    return Employee(
      id: id,
      name: table.text(columns.name),
      site: site,
      team: table.text(columns.team),
      contract: contract,
      hired: hired,
      leaves: leaves,
      fullTimeEquivalent: share,
      isPlaceholder: isPlaceholder
    )
  }

  private static func checkHours(
    of id: String,
    _ contract: String,
    _ share: Fraction,
    _ table: CSVTable,
    _ context: FolderContext
  ) {
    guard let draft = context.draft,
      let contract = draft.soundContracts.first(where: { $0.name == contract })
    else { return }
    let subject =
      "employee '\(id)' (fte \(Numbers.text(share.value)) of contract '\(contract.name)')"
    let check = ContractCheck(contract, templates: draft.soundTemplates)
    guard let problem = check.problem(subject: subject, share: share) else { return }
    table.report("unreachable hours", problem)
  }

  /// The file's text.
  static func text(_ employees: [Employee]) -> [UInt8] {
    var csv = CSVText(header: required + optional)
    for employee in employees {
      csv.append([
        employee.id, employee.name, employee.site, employee.team, employee.contract,
        employee.hired?.description ?? "", employee.leaves?.description ?? "",
        Numbers.text(employee.fullTimeEquivalent.value), employee.isPlaceholder ? "yes" : "no",
      ])
    }
    return csv.bytes
  }
}
