public import Interchange
import Training
public import Workforce

/// Makes the changes of a what-if in a scenario, one after another, and says each in words.
///
/// Who is drawn where a change names a number of people depends on the scenario's seed and on whom the
/// change is about, not on how many: more people are those before and others.
public struct WhatIfApplier: Sendable {
  /// A scenario after some changes.
  public struct Outcome: Sendable {
    /// The scenario.
    public var inputs: PlanningInputs
    /// One sentence or more for each change.
    public var words: [String] = []
    /// What is wrong, with lines, and what should be known.
    public var findings: [Diagnostic] = []

    /// True when nothing is wrong.
    public var isSound: Bool { findings.allSatisfy { $0.severity != .error } }
  }

  let seed: UInt64
  let week: ISOWeek?

  /// Takes the scenario's seed, and the week that is looked at where it is known.
  public init(seed: UInt64, week: ISOWeek? = nil) {
    self.seed = seed
    self.week = week
  }

  /// A scenario with the changes of a file.
  ///
  /// - Parameters:
  ///   - content: What the file says.
  ///   - inputs: The scenario.
  ///   - file: The file's path, for findings.
  /// - Returns: The scenario changed, in words too; nothing is changed where something is wrong.
  public func applied(
    _ content: WhatIfFile.Content,
    to inputs: PlanningInputs,
    file: String
  ) -> Outcome {
    var work = WhatIfWork(applier: self, inputs: inputs)
    for case .price(let price) in content.whatIf.changes { work.cover = price.cover ?? work.cover }
    var outcome = Outcome(inputs: inputs)
    for (change, line) in zip(content.whatIf.changes, content.lines) {
      work.problems = []
      work.notes = []
      outcome.words.append(work.apply(change))
      if change.changesSkills { work.inputs.deriveSpans() }
      outcome.findings += work.problems.map { problem in
        Diagnostic(
          .error,
          file: file,
          line: line,
          message: problem.message,
          suggestion: problem.suggestion
        )
      }
      outcome.findings += work.notes.map { note in
        Diagnostic(.note, file: file, line: line, message: note, suggestion: "")
      }
    }
    if outcome.isSound { outcome.inputs = work.refreshed() }
    return outcome
  }
}

/// A scenario that is being changed.
struct WhatIfWork {
  /// Something that a change asks for and that cannot be.
  struct Impossible {
    var message: String
    var suggestion: String
  }

  let applier: WhatIfApplier
  var inputs: PlanningInputs
  var problems: [Impossible] = []
  var notes: [String] = []
  /// What cover is worth once all is changed.
  var cover: CoverBasis

  /// Takes a scenario.
  init(applier: WhatIfApplier, inputs: PlanningInputs) {
    self.applier = applier
    self.inputs = inputs
    cover = inputs.settings.costs.cover
  }

  var settings: ScenarioSettings { inputs.settings }

  /// Makes a change and says it.
  mutating func apply(_ change: WhatIfChange) -> String {
    switch change {
    case .assume(let assumption): return assume(assumption)
    case .target(let target): return aim(target)
    case .shrinkage(let share):
      let before = settings.shrinkage
      inputs.settings.shrinkage = share
      return "Shrinkage is \(Self.percent(share.value)) instead of \(Self.percent(before.value))."
    case .absence(let people, let dates, let kind): return absence(people, dates, kind)
    case .hire(let hire): return self.hire(hire)
    case .leave(let people, let day): return leave(people, day)
    case .certify(let people, let skill, let from): return certify(people, skill, from)
    case .lapse(let people, let skill, let on): return lapse(people, skill, on)
    case .contract(let people, let to): return contract(people, to)
    case .openingHours(let queue, let hours, let arrivals): return open(queue, hours, arrivals)
    case .rule(let rule): return self.rule(rule)
    case .labor(let labor): return self.labor(labor)
    case .terms(let terms): return self.terms(terms)
    case .price(let price): return self.price(price)
    case .budget(let budget): return self.budget(budget)
    case .close(let site, let dates): return close(site, dates)
    }
  }

  /// The scenario, with what follows from grants and certificates worked out anew.
  func refreshed() -> PlanningInputs {
    var inputs = inputs
    inputs.deriveSpans()
    return inputs
  }

  /// Says that dates lie outside the week that is looked at.
  mutating func noteWeek(_ dates: ClosedRange<LocalDate>) {
    guard let week = applier.week else { return }
    let last = week.monday.adding(days: 6)
    if dates.upperBound < week.monday || last < dates.lowerBound {
      notes.append("\(Self.words(dates)) is outside \(week): it changes nothing there.")
    }
  }

  /// Says that a day lies after the week that is looked at.
  mutating func noteLater(_ date: LocalDate) {
    guard let week = applier.week, week.monday.adding(days: 6) < date else { return }
    notes.append("\(date) is after \(week): it changes nothing there.")
  }

  static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    if tenths == 0, share != 0 { return "\((share * 1e6).rounded() / 1e4) %" }
    return tenths == tenths.rounded() ? "\(Int(tenths)) %" : "\(tenths) %"
  }

  static func number(_ value: Double) -> String {
    let places = abs(value - 1) < 0.001 ? 1e6 : 1000
    let rounded = (value * places).rounded() / places
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }

  static func words(_ dates: ClosedRange<LocalDate>) -> String {
    dates.lowerBound == dates.upperBound
      ? "\(dates.lowerBound)" : "\(dates.lowerBound) to \(dates.upperBound)"
  }

  static func hours(_ duration: Duration) -> String { "\(number(duration.inSeconds / 3600)) h" }
  static func seconds(_ duration: Duration) -> String { "\(number(duration.inSeconds)) s" }

  static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
}

extension WhatIfChange {
  /// Whether it decides who may use which skill when.
  fileprivate var changesSkills: Bool {
    switch self {
    case .hire, .certify, .lapse: true
    default: false
    }
  }
}

extension PlanningInputs {
  /// Works out who may use which skill when, and who is in which stage, from grants, certificates and
  /// enrolments.
  mutating func deriveSpans() {
    skillSpans = SkillHolding(self).spans()
    let stages = StageOnDate(training)
    traineeSpans = employees.flatMap { person in
      stages.stages(of: person.id).map {
        TraineeSpan(employee: person.id, from: $0.from, until: $0.until, stage: $0.stage)
      }
    }
  }
}
