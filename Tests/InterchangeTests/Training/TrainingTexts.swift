/// Training of the scenario of `ScenarioTexts`, to be changed by tests.
enum TrainingTexts {
  static let yaml = """
    courses:
      - {name: aml, title: Anti-money laundering, mode: online, length_minutes: 90, seats: 20, pass_mark: 0.80, validity: {months: 12}, renewal_window_days: 60, grace: {days: 14, mode: supervised}, guards: [all], compliance: yes}
      - {name: licence, mode: classroom, length_minutes: 120, seats: 12, pass_mark: 0.75, validity: {until: "12-31"}, grants: [{skill: writing}], prerequisites: [aml], trainers: [E02], rooms: [blue]}
      - {name: licence, from: 2026-07-01, length_minutes: 150, pass_mark: 0.75, validity: {until: "12-31"}, grants: [{skill: writing}]}
    rooms:
      - {name: blue, site: harbour, seats: 12}
    curricula:
      - name: agent
        teams: [red]
        stages:
          - {name: compliance, length_days: 7, courses: [aml], counts: 0}
          - {name: practice, length_days: 21, courses: [licence], counts: 0.5, never_alone: yes, mentor_share: 0.8}
          - {name: mentored, length_months: 6, mentor_share: 0.3}
        in_service: [{course: aml, every_months: 3}]
    presence: [{skill: lead, site: harbour, least: 1}]
    placement: {hours: "09:00-17:00", sessions_per_week: 6}

    """

  static let files: [String: String] = {
    var files = ScenarioTexts.files
    files["skills.csv"] = "employee,skill,from,until\nE01,general,,\nE02,general,,\nE02,lead,,\n"
    files["training.yaml"] = yaml
    files["certifications.csv"] = """
      employee,course,attained,from,lapses,reference,revoked
      E01,aml,2025-03-04,,2026-03-04,c1,no
      E01,licence,2025-11-20,2025-11-20T16:30,2027-01-01,c2,
      E02,aml,2025-03-04,2025-03-05,2026-03-05,c3,yes

      """
    files["sessions.csv"] = """
      session,course,start,end,room,site,trainer,seats,attendees
      s1,aml,2026-03-03T10:00,2026-03-03T11:30,,,,20,E01+E02
      s2,licence,2026-03-04T10:00,2026-03-04T12:00,blue,harbour,E02,12,

      """
    files["enrolments.csv"] = """
      employee,curriculum,course,session,cohort,from
      E01,agent,,,spring,2026-03-02
      E02,,aml,s1,spring,2026-03-02
      E02,,licence,,,2026-03-02

      """
    files["mentoring.csv"] = """
      employee,mentor,from,until
      E01,E02,2026-03-09,2026-09-30

      """
    return files
  }()

  static let records: [String: String] = [
    "attendance.csv": "employee,session,minutes,reference\nE01,s1,90,a1\nE02,s1,0,a2\n",
    "assessments.csv": """
    employee,course,sat,attempt,score,pass_mark,examiner,evidence,session,source,reference,corrects,reason
    E01,aml,2026-03-03T11:30,1,0.6,0.8,E02,sheet 12,s1,lms,17,,
    E01,aml,2026-03-03T11:30,1,0.85,0.8,E02,"sheet 12, second page",s1,lms,18,17,misread
    E02,aml,2026-03-05,1,0.8,0.8,,,,lms,19,,

    """,
    "performance.csv": """
    employee,date,measure,cases,mean
    E01,2026-03-02,handle_time,42,301.5
    E01,2026-03-02,quality,3,0.9

    """,
  ]
}
