public import Workforce

/// The options of the quick calculator as they were typed.
public struct StaffingOptions: Sendable {
  /// Contacts in the interval.
  public var arrivals: String
  /// The interval's length.
  public var per: String
  /// Mean handle time.
  public var handleTime: String
  /// `80/30`: percent within seconds.
  public var target: String?
  /// What the share of the target is taken of.
  public var definition: String?
  /// Mean patience.
  public var patience: String?
  /// Contacts at once.
  public var concurrency: String
  /// Share of time that is lost.
  public var shrinkage: String
  /// The longest mean wait.
  public var maximumSpeedOfAnswer: String?
  /// The largest share that leaves.
  public var maximumAbandonment: String?
  /// The largest share of busy time.
  public var maximumOccupancy: String?
  /// Agents to show the service of.
  public var agents: String?

  /// Takes the options; what is `nil` was not given.
  public init(
    arrivals: String,
    per: String,
    handleTime: String,
    target: String?,
    definition: String? = nil,
    patience: String?,
    concurrency: String,
    shrinkage: String,
    maximumSpeedOfAnswer: String?,
    maximumAbandonment: String?,
    maximumOccupancy: String?,
    agents: String?
  ) {
    self.arrivals = arrivals
    self.per = per
    self.handleTime = handleTime
    self.target = target
    self.definition = definition
    self.patience = patience
    self.concurrency = concurrency
    self.shrinkage = shrinkage
    self.maximumSpeedOfAnswer = maximumSpeedOfAnswer
    self.maximumAbandonment = maximumAbandonment
    self.maximumOccupancy = maximumOccupancy
    self.agents = agents
  }
}

/// Reads the options of the quick calculator and reports everything that is wrong with them.
public enum StaffingQuestionReader {
  /// More erlangs than these are a typing error.
  static let largestLoad = 100_000.0
  /// The threshold of the table where no target names one.
  static let customaryThreshold = Duration.seconds(20)

  /// The question, and the number of agents to show where one was given.
  public static func read(
    _ options: StaffingOptions
  ) -> Loaded<(question: StaffingQuestion, agents: Int?)> {
    let reader = OptionReader()
    let arrivals = reader.required("--arrivals", options.arrivals, .number(above: 0))
    let interval = reader.required(
      "--per",
      options.per,
      .withUnit(from: .minutes(1), to: .hours(168), "a duration from one minute to a week")
    )
    let handleTime = reader.required("--aht", options.handleTime, .handleTime)
    let definition = reader.optional("--definition", options.definition, .definition) ?? .offered
    let demands = demands(options, definition, reader)
    let question = StaffingQuestion(
      arrivals: arrivals ?? 0,
      interval: interval ?? .hours(1),
      averageHandleTime: handleTime ?? .seconds(1),
      patience: reader.optional("--patience", options.patience, .patience),
      concurrency: reader.required("--concurrency", options.concurrency, .wholeNumber(1...10)) ?? 1,
      shrinkage: reader.required("--shrinkage", options.shrinkage, .shrinkage) ?? .zero,
      threshold: threshold(demands),
      definition: definition,
      demands: demands
    )
    let agents = reader.optional("--agents", options.agents, .wholeNumber(1...1_000_000))
    if arrivals != nil, interval != nil, handleTime != nil, question.offeredLoad > largestLoad {
      reader.report(.tooMuchWork(question.offeredLoad, limit: largestLoad))
    }
    return Loaded((question, agents), diagnostics: reader.findings.diagnostics)
  }

  private static func threshold(_ demands: [ServiceDemand]) -> Duration {
    demands.compactMap(\.threshold).first ?? customaryThreshold
  }

  private static func demands(
    _ options: StaffingOptions,
    _ definition: ServiceLevelDefinition,
    _ reader: OptionReader
  ) -> [ServiceDemand] {
    let given = [
      options.target, options.maximumSpeedOfAnswer, options.maximumAbandonment,
      options.maximumOccupancy,
    ]
    if given.allSatisfy({ $0 == nil }) { reader.report(.noDemand) }
    if options.definition != nil, options.target == nil { reader.report(.definitionAlone) }
    if options.maximumAbandonment != nil, options.patience == nil { reader.report(.noPatience) }
    let demands: [ServiceDemand?] = [
      reader.optional("--target", options.target, .target(by: definition)),
      reader.optional("--max-asa", options.maximumSpeedOfAnswer, .wait).map {
        .speedOfAnswer($0)
      },
      reader.optional("--max-abandonment", options.maximumAbandonment, .shareOrPercent()).map {
        .abandonment($0)
      },
      reader.optional("--max-occupancy", options.maximumOccupancy, .occupancyCap).map {
        .occupancy($0)
      },
    ]
    return demands.compactMap(\.self)
  }
}

/// Reads options one by one; all that is wrong is kept.
private struct OptionReader {
  let findings = FileFindings(file: "")

  func required<Value>(_ name: String, _ text: String, _ reader: TextValue<Value>) -> Value? {
    if let value = reader.read(text) { return value }
    report(reader.problem(name, given: text))
    return nil
  }

  func optional<Value>(_ name: String, _ text: String?, _ reader: TextValue<Value>) -> Value? {
    text.flatMap { required(name, $0, reader) }
  }

  func report(_ problem: Problem) { findings.report(problem.message, problem) }
}

extension TextValue where Value == Duration {
  fileprivate static var handleTime: Self {
    withUnit(from: .seconds(1), to: .hours(24), "a handle time from 1 second to 24 hours")
  }

  fileprivate static var patience: Self {
    withUnit(from: .seconds(1), to: .hours(1_000_000), "a mean patience of at least 1 second")
  }

  fileprivate static var wait: Self {
    withUnit(from: .milliseconds(1), to: .hours(24), "a wait above 0 and of at most 24 hours")
  }
}

extension TextValue where Value == Fraction {
  fileprivate static var shrinkage: Self {
    let share = shareOrPercent(isZeroAllowed: true)
    return Self(
      accepted: "a share from 0 to 0.95, such as 0.3 or 30%",
      read: { text in share.read(text).flatMap { $0.value <= 0.95 ? $0 : nil } },
      hint: share.hint
    )
  }

  fileprivate static var occupancyCap: Self {
    let share = shareOrPercent()
    return Self(
      accepted: "a share from 0.01 to 1, such as 0.85 or 85%",
      read: { text in UnitText.share(text).flatMap { $0.value >= 0.01 ? $0 : nil } },
      hint: share.hint
    )
  }
}

extension TextValue where Value == ServiceDemand {
  /// `80/30` or `80/30s`.
  fileprivate static func target(by definition: ServiceLevelDefinition) -> Self {
    Self(
      accepted: "percent/seconds: 80/30 is 80 % answered within 30 seconds",
      read: { text in
        guard let (percent, threshold) = parts(text), percent >= 1, percent < 100,
          let share = Fraction(percent / 100), threshold <= .hours(24)
        else { return nil }
        return .serviceLevel(share, within: threshold, by: definition)
      },
      hint: { text in
        guard let (percent, _) = parts(text) else { return nil }
        if percent >= 100 {
          return "No number of agents answers \(Numbers.text(percent)) % in time. "
            + "Write a share below 100, such as 80/30."
        }
        return percent > 0 && percent < 1
          ? "The share is in percent: write 80/30 for 80 % within 30 seconds." : nil
      }
    )
  }

  /// Percent and threshold; a bare threshold is in seconds.
  private static func parts(_ text: String) -> (percent: Double, threshold: Duration)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    let percent = parts[0].hasSuffix("%") ? String(parts[0].dropLast()) : parts[0]
    let seconds = Numbers.number(parts[1]) == nil ? parts[1] : parts[1] + "s"
    guard let percent = Numbers.number(percent), let threshold = UnitText.duration(seconds) else {
      return nil
    }
    return (percent, threshold)
  }
}

extension Problem {
  fileprivate static let noDemand = Problem(
    "there is nothing that the service must be.",
    "Give --target 80/30, or one of --max-asa, --max-abandonment and --max-occupancy."
  )

  fileprivate static let definitionAlone = Problem(
    "--definition is given without --target: it says what the share of the target is taken of.",
    "Give --target 80/30 too, or leave --definition out."
  )

  fileprivate static let noPatience = Problem(
    "--max-abandonment is given without --patience: contacts who wait for ever never leave.",
    "Give the mean time that a contact waits before it leaves, such as --patience 90s."
  )

  fileprivate static func tooMuchWork(_ load: Double, limit: Double) -> Problem {
    Problem(
      "the load is \(Numbers.text(load.rounded())) erlangs: --arrivals × --aht ÷ --per.",
      "The calculator goes to \(Numbers.text(limit)). Look at the three options and their units."
    )
  }
}
