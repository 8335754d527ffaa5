// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A module; `embedded` files become part of the program.
func library(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  embedded: [String] = []
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    resources: embedded.map { Resource.embedInCode($0) },
    swiftSettings: strict
  )
}

func tests(
  _ name: String,
  _ dependencies: [Target.Dependency],
  exclude: [String] = []
) -> Target {
  .testTarget(
    name: name,
    dependencies: dependencies + ["Workforce", "TestSupport"],
    exclude: exclude,
    swiftSettings: strict
  )
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let package = Package(
  name: "shiftwright",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "shiftwright", targets: ["shiftwright"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    library("Workforce"),
    library("Optimization"),
    .systemLibrary(
      name: "CGLPK",
      providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]
    ),
    library("GLPKSolver", ["Optimization", "CGLPK"]),
    library("Forecasting", ["Workforce"]),
    library("Staffing", ["Workforce", "Optimization"]),
    library("Rostering", ["Workforce", "Optimization"]),
    library("Checking", ["Workforce"]),
    library("Simulation", ["Workforce", "Staffing"]),
    library(
      "Interchange",
      ["Workforce", "Yams"],
      embedded: [
        "RuleSets/eu-working-time.yaml", "RuleSets/china-labor.yaml",
        "RuleSets/us-california.yaml", "RuleSets/us-new-york.yaml",
      ]
    ),
    library("Reporting", ["Workforce"]),
    library("Training", ["Workforce"]),
    library("Scorecard", ["Workforce"]),
    library("Capacity", ["Workforce", "Optimization"]),
    library("Storage", ["Workforce", .product(name: "GRDB", package: "GRDB.swift")]),
    library(
      "Planning",
      [
        "Workforce", "Optimization", "Forecasting", "Staffing", "Rostering", "Checking",
        "Simulation", "Interchange", "Reporting", "Training", "Storage", "Scorecard",
        "Capacity",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .executableTarget(
      name: "shiftwright",
      dependencies: [
        "Planning", "Reporting", "Interchange", "GLPKSolver", "Optimization", "Workforce",
        argumentParser,
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "shiftwright-bench",
      dependencies: [
        "Rostering", "Simulation", "Staffing", "GLPKSolver", "Optimization", "Workforce",
        argumentParser,
      ],
      swiftSettings: strict
    ),
    library(
      "TestSupport",
      [
        "Workforce", "Optimization", "Forecasting", "Staffing", "Rostering", "Checking",
        "Simulation", "Interchange", "Planning", "Training", "Storage",
      ]
    ),
    tests("WorkforceTests", []),
    tests("OptimizationTests", ["Optimization", "GLPKSolver"]),
    tests("ForecastingTests", ["Forecasting"]),
    tests("StaffingTests", ["Staffing", "Optimization", "GLPKSolver"]),
    tests(
      "RosteringTests",
      ["Rostering", "Optimization", "GLPKSolver", "Checking", "Staffing"]
    ),
    tests("CheckingTests", ["Checking"]),
    tests("SimulationTests", ["Simulation", "Staffing"]),
    tests("InterchangeTests", ["Interchange"], exclude: ["Golden"]),
    tests("ReportingTests", ["Reporting"]),
    tests("TrainingTests", ["Training"]),
    tests("ScorecardTests", ["Scorecard"]),
    tests("CapacityTests", ["Capacity", "Optimization", "GLPKSolver"]),
    tests(
      "StorageTests",
      ["Storage", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Fixtures"]
    ),
    tests(
      "PlanningTests",
      [
        "Planning", "GLPKSolver", "Interchange", "Checking", "Simulation", "Forecasting",
        "Staffing", "Training", "Storage", "Optimization", "Scorecard", "Capacity",
      ]
    ),
    tests(
      "CommandTests",
      ["Interchange", "Planning", "Rostering", "Staffing", "GLPKSolver", "Training", "Storage"]
    ),
    tests(
      "BenchTests",
      ["shiftwright-bench", "Rostering", "Simulation", "Optimization", "GLPKSolver"]
    ),
  ],
  swiftLanguageModes: [.v6]
)
