import ArgumentParser
import Planning
import Workforce

struct TrainingAssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Record an assessment; a pass issues the certificate."
  )

  @Argument(help: "Who sat it.")
  var employee: String

  @Argument(help: "The course.")
  var course: String

  @OptionGroup var place: DatabaseOption

  @Option(
    help: ArgumentHelp("When, on the clock of the person's site.", valueName: "time"),
    transform: Reading.moment
  )
  var sat: LocalDateTime

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share of the points.", valueName: "share"),
    transform: Reading.share
  )
  var score: Fraction

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share that passes; the course's when left out.", valueName: "share"),
    transform: Reading.share
  )
  var passMark: Fraction?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Which try; one more than the last since the latest pass when left out.",
      valueName: "number"
    )
  )
  var attempt: Int?

  @Option(help: ArgumentHelp("Who judged it.", valueName: "text"))
  var examiner: String?

  @Option(help: ArgumentHelp("Where the proof lies.", valueName: "text"))
  var evidence: String?

  @Option(help: ArgumentHelp("The class after which it was sat.", valueName: "name"))
  var session: String?

  @Option(help: ArgumentHelp("Its number; the next free one when left out.", valueName: "text"))
  var reference: String?

  @Flag(help: "Issue no certificate for a pass.")
  var noCertificate = false

  @OptionGroup var actor: ActorOption

  func validate() throws {
    guard (1...1000).contains(attempt ?? 1) else {
      throw ValidationError("Give an attempt from 1 to 1000.")
    }
    guard reference != "" else { throw ValidationError("Give a reference, or leave it out.") }
  }

  func run() throws {
    try Console.run { _ in
      var said = TrainingRecorder.Assessed(
        employee: employee,
        course: course,
        sat: sat,
        score: score
      )
      said.passMark = passMark
      said.attempt = attempt
      said.examiner = examiner ?? ""
      said.evidence = evidence ?? ""
      said.session = session
      said.reference = reference
      said.isCertifying = !noCertificate
      TrainingRecording.say(try actor.recorder(place).assess(said))
    }
  }
}

struct TrainingCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct an assessment by a new entry; what was stays on record."
  )

  @Argument(help: "The system from which the assessment comes.")
  var source: String

  @Argument(help: "Its number there.")
  var reference: String

  @OptionGroup var place: DatabaseOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The right share of the points.", valueName: "share"),
    transform: Reading.share
  )
  var score: Fraction

  @Option(help: ArgumentHelp("Why it is corrected.", valueName: "text"))
  var reason: String

  @Option(
    help: ArgumentHelp("The right time; as it was when left out.", valueName: "time"),
    transform: Reading.moment
  )
  var sat: LocalDateTime?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The right mark; as it was when left out.", valueName: "share"),
    transform: Reading.share
  )
  var passMark: Fraction?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The right number of the try; as it was when left out.", valueName: "number")
  )
  var attempt: Int?

  @OptionGroup var actor: ActorOption

  func validate() throws {
    guard (1...1000).contains(attempt ?? 1) else {
      throw ValidationError("Give an attempt from 1 to 1000.")
    }
  }

  func run() throws {
    try Console.run { _ in
      var correction = TrainingRecorder.Correction(
        source: source,
        reference: reference,
        score: score,
        reason: reason
      )
      correction.sat = sat
      correction.passMark = passMark
      correction.attempt = attempt
      TrainingRecording.say(try actor.recorder(place).correct(correction))
    }
  }
}
