import Training
public import Workforce

extension TrainingReporter {
  /// What is asked about seats.
  public struct BufferQuestion: Sendable {
    /// The course's or curriculum's name.
    public var subject: String
    /// True for a curriculum.
    public var isCurriculum: Bool
    /// How many must pass, above 0.
    public var needed: Int
    /// The day on which they are needed; `nil` for as soon as possible.
    public var ready: LocalDate?
    /// Weights of passes and failures before anybody sat, above 0.
    public var prior: (passes: Double, failures: Double)
    /// The chance that is wanted, above 0 and below 1.
    public var confidence: Double

    /// Makes a question.
    public init(
      subject: String,
      isCurriculum: Bool = false,
      needed: Int,
      ready: LocalDate? = nil,
      prior: (passes: Double, failures: Double) = (1, 1),
      confidence: Double = 0.95
    ) {
      self.subject = subject
      self.isCurriculum = isCurriculum
      self.needed = needed
      self.ready = ready
      self.prior = prior
      self.confidence = confidence
    }
  }

  /// How many must sit so that enough pass, and by when to start.
  ///
  /// - Parameter question: What is asked.
  /// - Returns: The answers by first attempts alone and with retakes.
  /// - Throws: `ShiftwrightError` when there is no such course or curriculum, or so few sat that who
  ///   asks would see single results; ``BadInput`` when the records cannot be read.
  public func buffer(_ question: BufferQuestion) throws -> TrainingBufferReport {
    try refuseEmployees("others' results")
    let book = try source.book()
    let courses = try courses(question, book)
    let cycles = AttemptCycles(book, through: lastDay)
    let past = try courses.map { course throws(ShiftwrightError) in
      try self.past(of: course, cycles)
    }
    let prior = BetaBinomial.Beta(passes: question.prior.passes, failures: question.prior.failures)
    let seats = { (passed: (TrainingBufferReport.Past) -> Int) in
      SeatChain(past.map { prior.after(passed: passed($0), sat: $0.sat) })
        .seats(for: question.needed, confidence: question.confidence)
    }
    let (first, final) = (seats(\.first), seats(\.final))
    let calendar = TrainingCalendar(book.inputs.training, on: date, ready: question.ready)
    return TrainingBufferReport(
      center: book.inputs.settings.name,
      date: date,
      subject: question.subject,
      isCurriculum: question.isCurriculum,
      needed: question.needed,
      confidence: question.confidence,
      prior: question.prior,
      past: past,
      first: first,
      final: final,
      start: question.isCurriculum
        ? calendar.start(curriculum: question.subject)
        : final.flatMap { answer in
          calendar.start(
            course: question.subject,
            people: answer.seats,
            passRate: first?.passRate ?? answer.passRate
          )
        },
      titles: book.inputs.training.titles(on: date)
    )
  }

  /// The courses that must be passed.
  private func courses(_ question: BufferQuestion, _ book: TrainingBook) throws(ShiftwrightError)
    -> [String]
  {
    guard question.isCurriculum else {
      _ = try position(of: question.subject, in: book)
      return [question.subject]
    }
    let training = book.inputs.training
    guard let curriculum = training.curriculum(question.subject, on: date) else {
      let names = training.curricula.map(\.name)
      let nearest = Suggestion.nearest(to: question.subject, among: names)
      throw ShiftwrightError(
        "\(source.place) has no curriculum '\(question.subject)'.\n"
          + (nearest.map { "Did you mean '\($0)'?" }
            ?? "Give one of 'curricula' in training.yaml.")
      )
    }
    var seen: Set<String> = []
    return curriculum.stages.flatMap(\.courses).filter { seen.insert($0).inserted }
  }

  private func past(of course: String, _ cycles: AttemptCycles) throws(ShiftwrightError)
    -> TrainingBufferReport.Past
  {
    let position = try position(of: course, in: cycles.book)
    var past = TrainingBufferReport.Past(course: course, first: 0, final: 0, sat: 0)
    let own = cycles.cycles.filter { $0.course == position }
    let people = Dictionary(grouping: own) { Quarter(containing: $0.date) }.mapValues(\.count)
    for cycle in own {
      let group = people[Quarter(containing: cycle.date), default: 0]
      guard seesAll || group >= Self.leastGroup else { continue }
      past.sat += 1
      if cycle.isPassedFirst { past.first += 1 }
      if cycle.isPassed { past.final += 1 }
    }
    guard own.isEmpty || past.sat > 0 else {
      throw ShiftwrightError(
        "Fewer than \(Self.leastGroup) sat '\(course)' in each quarter: their results are personal, "
          + "which \(asker.words) may not see.\nAsk HR (--role hr)."
      )
    }
    return past
  }
}
