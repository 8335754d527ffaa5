import ArgumentParser
import Planning
import Workforce

struct TrainingCertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Record a certificate, or take one back."
  )

  @Argument(help: "Who attained it.")
  var employee: String?

  @Argument(help: "The course.")
  var course: String?

  @OptionGroup var place: DatabaseOption

  @Option(
    help: ArgumentHelp("The day of the pass.", valueName: "YYYY-MM-DD"),
    transform: Reading.date
  )
  var attained: LocalDate?

  @Option(
    help: ArgumentHelp(
      "The first moment at which it holds; the day of the pass when left out.",
      valueName: "time"
    ),
    transform: Reading.moment
  )
  var from: LocalDateTime?

  @Option(
    help: ArgumentHelp(
      "The first moment at which it holds no longer, or never; as the course says when left out.",
      valueName: "time"
    ),
    transform: Reading.lapse
  )
  var lapses: TrainingRecorder.Lapse?

  @Option(help: ArgumentHelp("Its number; the next free one when left out.", valueName: "text"))
  var reference: String?

  @Option(help: ArgumentHelp("The number of a certificate to take back.", valueName: "reference"))
  var revoke: String?

  @Option(help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String?

  @OptionGroup var actor: ActorOption

  func validate() throws {
    guard revoke == nil else {
      guard reason != nil, employee == nil else {
        throw ValidationError("Give --revoke with the number alone, and --reason.")
      }
      return
    }
    guard employee != nil, course != nil, attained != nil else {
      throw ValidationError(
        "Give the employee, the course and --attained; or --revoke and --reason."
      )
    }
    guard reason == nil else { throw ValidationError("--reason goes with --revoke.") }
    guard reference != "" else { throw ValidationError("Give a reference, or leave it out.") }
  }

  func run() throws {
    try Console.run { _ in
      let recorder = actor.recorder(place)
      if let revoke {
        return TrainingRecording.say(try recorder.revoke(revoke, reason: reason ?? ""))
      }
      guard let employee, let course, let attained else { return }
      TrainingRecording.say(
        try recorder.certify(
          employee,
          course,
          attained: attained,
          from: from,
          lapse: lapses ?? .byCourse,
          reference: reference
        )
      )
    }
  }
}
