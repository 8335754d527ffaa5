import ArgumentParser
import Planning
import Workforce

struct TrainingEnrolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enrol",
    abstract: "Put people or a team on a curriculum or a course."
  )

  @Argument(help: "Who, by identifier.")
  var employees: [String] = []

  @OptionGroup var place: DatabaseOption

  @Option(help: ArgumentHelp("All people of a team.", valueName: "name"))
  var team: String?

  @Option(help: ArgumentHelp("The curriculum.", valueName: "name"))
  var curriculum: String?

  @Option(help: ArgumentHelp("The course.", valueName: "name"))
  var course: String?

  @Option(help: ArgumentHelp("A class of the course.", valueName: "name"))
  var session: String?

  @Option(
    help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"),
    transform: Reading.date
  )
  var from: LocalDate

  @Option(help: ArgumentHelp("The group with which they begin.", valueName: "name"))
  var cohort: String?

  @OptionGroup var actor: ActorOption

  func validate() throws {
    guard (curriculum == nil) != (course == nil) else {
      throw ValidationError("Give --curriculum or --course, one of them.")
    }
    guard session == nil || course != nil else {
      throw ValidationError("Give the --course of the class too.")
    }
    guard !employees.isEmpty || team != nil else {
      throw ValidationError("Give employees, or a team with --team.")
    }
  }

  func run() throws {
    try Console.run { _ in
      let goal: TrainingRecorder.Goal =
        curriculum.map { .curriculum($0) } ?? .course(course ?? "", session: session)
      TrainingRecording.say(
        try actor.recorder(place).enrol(
          employees,
          team: team,
          on: goal,
          from: from,
          cohort: cohort ?? ""
        )
      )
    }
  }
}

struct TrainingAttendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attend",
    abstract: "Record who was at a class."
  )

  @Argument(help: "The class.")
  var session: String

  @Argument(help: "Who was there, by identifier.")
  var employees: [String]

  @OptionGroup var place: DatabaseOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long; 0 for people who did not come.", valueName: "number")
  )
  var minutes: Int

  @Flag(help: "Replace what is on record; it stays there, crossed out.")
  var replace = false

  @Option(help: ArgumentHelp("Why it is replaced.", valueName: "text"))
  var reason: String?

  @OptionGroup var actor: ActorOption

  func validate() throws {
    guard (0...100_000).contains(minutes) else {
      throw ValidationError("Give whole minutes from 0 to 100000.")
    }
    guard replace == (reason != nil) else {
      throw ValidationError("Give --replace and --reason together, or neither.")
    }
  }

  func run() throws {
    try Console.run { _ in
      TrainingRecording.say(
        try actor.recorder(place)
          .attend(session, employees, minutes: minutes, replacingBecause: reason)
      )
    }
  }
}

struct TrainingMentorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentor",
    abstract: "Have somebody look after somebody."
  )

  @Argument(help: "Who is looked after.")
  var employee: String

  @Argument(help: "By whom.")
  var mentor: String

  @OptionGroup var place: DatabaseOption

  @Option(
    help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"),
    transform: Reading.date
  )
  var from: LocalDate

  @Option(
    help: ArgumentHelp("The last day.", valueName: "YYYY-MM-DD"),
    transform: Reading.date
  )
  var until: LocalDate

  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { _ in
      TrainingRecording.say(
        try actor.recorder(place).mentor(employee, by: mentor, from: from, until: until)
      )
    }
  }
}
