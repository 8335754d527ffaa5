import ArgumentParser

@main
struct Shiftwright: ParsableCommand {
  /// The program's version, as `run.json` records it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "shiftwright",
    abstract: "Plans the working week of a customer-service center and shows its working.",
    discussion: """
      A scenario is a folder of plain files, or a database ('db'). 'plan' does everything for one week; 'forecast', \
      'staff', 'roster', 'check' and 'simulate' do one stage each, from the files of the one \
      before. Exit codes: 0 done, 1 failed, 2 finished without a usable plan, 64 wrong usage.
      """,
    version: version,
    subcommands: [
      PlanCommand.self, ReoptimizeCommand.self, ConflictsCommand.self, WorthCommand.self,
      ExplainCommand.self,
      InitCommand.self, SampleCommand.self, CheckCommand.self,
      ForecastCommand.self, StaffCommand.self, RosterCommand.self, SimulateCommand.self,
      ErlangCommand.self,
      WhatIfCommand.self, CapacityCommand.self, ScorecardCommand.self, VerifyCommand.self,
      PublishCommand.self, ExportCommand.self, TimeOffCommand.self, TrainingCommand.self,
      DatabaseCommand.self, AuditCommand.self, RulesCommand.self,
    ]
  )
}
