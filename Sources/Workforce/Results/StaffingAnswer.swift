/// A question to the queue models: so much work, these demands.
public struct StaffingQuestion: Hashable, Sendable {
  /// Contacts expected in the interval, at least 0.
  public var arrivals: Double
  /// The length of the interval, above zero.
  public var interval: Duration
  /// Mean handle time, above zero.
  public var averageHandleTime: Duration
  /// Mean time that a contact waits before it leaves; `nil` when contacts wait for ever.
  public var patience: Duration?
  /// Contacts that one agent handles at once, at least 1.
  public var concurrency: Int
  /// Share of rostered time that is lost, below 1.
  public var shrinkage: Fraction
  /// The waiting time that counts as in time.
  public var threshold: Duration
  /// What the service level is a share of.
  public var definition: ServiceLevelDefinition
  /// What the service must be; all hold at once.
  public var demands: [ServiceDemand]

  /// Makes a question.
  public init(
    arrivals: Double,
    interval: Duration,
    averageHandleTime: Duration,
    patience: Duration? = nil,
    concurrency: Int = 1,
    shrinkage: Fraction = .zero,
    threshold: Duration,
    definition: ServiceLevelDefinition = .offered,
    demands: [ServiceDemand]
  ) {
    self.arrivals = arrivals
    self.interval = interval
    self.averageHandleTime = averageHandleTime
    self.patience = patience
    self.concurrency = concurrency
    self.shrinkage = shrinkage
    self.threshold = threshold
    self.definition = definition
    self.demands = demands
  }

  /// Arrivals × handle time ÷ interval, in erlangs.
  public var offeredLoad: Double { arrivals * averageHandleTime.inSeconds / interval.inSeconds }
}

/// How many agents a ``StaffingQuestion`` needs, and the service around that number.
public struct StaffingAnswer: Hashable, Sendable {
  /// What one number of agents gives.
  public struct Row: Hashable, Sendable {
    /// Agents handling contacts at once.
    public var agents: Int
    /// People to roster for them.
    public var rostered: Int
    /// The service.
    public var measures: QueueMeasures

    /// Makes a row.
    public init(agents: Int, rostered: Int, measures: QueueMeasures) {
      self.agents = agents
      self.rostered = rostered
      self.measures = measures
    }
  }

  /// The fewest agents that meet one of the demands.
  public struct Need: Hashable, Sendable {
    /// The demand.
    public var demand: ServiceDemand
    /// The fewest agents for it alone, at least 1.
    public var agents: Int

    /// Makes a need.
    public init(demand: ServiceDemand, agents: Int) {
      self.demand = demand
      self.agents = agents
    }
  }

  /// What was asked.
  public var question: StaffingQuestion
  /// The fewest agents that meet all demands, at least 1.
  public var agents: Int
  /// People to roster for them: `agents ÷ (1 − shrinkage)`, rounded up.
  public var rostered: Int
  /// One per demand, in the order of the question.
  public var needs: [Need]
  /// Numbers of agents in a row, and what each gives.
  public var rows: [Row]
  /// What the interval takes over from those before it; `nil` for a steady state.
  public var correction: LoadCorrection?

  /// Makes an answer.
  public init(
    question: StaffingQuestion,
    agents: Int,
    rostered: Int,
    needs: [Need],
    rows: [Row],
    correction: LoadCorrection? = nil
  ) {
    self.question = question
    self.agents = agents
    self.rostered = rostered
    self.needs = needs
    self.rows = rows
    self.correction = correction
  }

  /// The first demand that needs all of the agents.
  public var binding: ServiceDemand? { needs.first { $0.agents == agents }?.demand }

  /// The row of a number of agents.
  public func row(of agents: Int) -> Row? { rows.first { $0.agents == agents } }
}
