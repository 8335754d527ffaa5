import ArgumentParser
import Planning
import Workforce

struct TrainingCurriculumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curriculum",
    abstract: "Replace training.yaml, or print the one in force."
  )

  @Argument(help: "The new training.yaml; the one in force is printed when left out.")
  var file: String?

  @OptionGroup var place: DatabaseOption
  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { _ in
      let recorder = actor.recorder(place)
      guard let file else { return Console.say(try recorder.curriculum()) }
      TrainingRecording.say(try recorder.replaceCurriculum(file))
    }
  }
}

struct TrainingImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take files of a learning system, all or nothing; rows on record change nothing."
  )

  @Argument(
    help: ArgumentHelp(
      "Files; the name of each says what it holds, such as assessments.csv.",
      valueName: "file"
    )
  )
  var files: [String]

  @OptionGroup var place: DatabaseOption

  @Flag(help: "Issue certificates for passes.")
  var certify = false

  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { stop in
      TrainingRecording.say(
        try actor.recorder(place).importFiles(
          files,
          isCertifying: certify,
          stop: stop,
          progress: Console.show
        )
      )
    }
  }
}
