extension TrainingProblemTests {
  static let tables = [
    Case(
      "unknown column",
      in: "certifications.csv",
      "revoked",
      "revked",
      gives: """
        center/certifications.csv:1: unknown column 'revked'.
        Did you mean 'revoked'? The columns are: \
        employee, course, attained, from, lapses, reference, revoked, revocation_reason.
        """
    ),
    Case(
      "reasons of certificates that hold",
      in: "certifications.csv",
      "reference,revoked",
      "reference,revocation_reason",
      gives: """
        center/certifications.csv:2: revocation_reason is 'no', but revoked is not yes.
        Write yes into revoked, or leave the reason empty.
        """,
      """
      center/certifications.csv:4: revocation_reason is 'yes', but revoked is not yes.
      Write yes into revoked, or leave the reason empty.
      """
    ),
    Case(
      "no lapse",
      in: "certifications.csv",
      "2026-03-04,c1",
      ",c1",
      gives: """
        center/certifications.csv:2: lapses is empty, but certificates of course 'aml' lapse.
        Write the first day on which it holds no longer, or never.
        """
    ),
    Case(
      "reference twice",
      in: "certifications.csv",
      "c2",
      "c1",
      gives: """
        center/certifications.csv:3: the reference 'c1' occurs a second time \
        (the first is in line 2).
        Give every row a reference of its own, or delete the row.
        """
    ),
    Case(
      "held before attained",
      in: "certifications.csv",
      "2025-03-05,2026",
      "2025-03-03,2026",
      gives: """
        center/certifications.csv:4: from is 2025-03-03 but attained is 2025-03-04.
        A certificate holds from the day of the pass on, or later.
        """
    ),
    Case(
      "lapses before it holds",
      in: "certifications.csv",
      "2026-03-05,c3",
      "2025-03-05,c3",
      gives: """
        center/certifications.csv:4: lapses is 2025-03-05 but from is 2025-03-05T00:00.
        Write the first day or moment at which it holds no longer, after the from.
        """
    ),
    Case(
      "session's times",
      in: "sessions.csv",
      "2026-03-03T11:30",
      "2026-03-03T10:00",
      gives: """
        center/sessions.csv:2: end is 2026-03-03T10:00 but start is 2026-03-03T10:00.
        Write an end after the start; past midnight it has the next date.
        """
    ),
    Case(
      "more seats than the room",
      in: "sessions.csv",
      "E02,12,",
      "E02,13,",
      gives: """
        center/sessions.csv:3: seats is 13, but room 'blue' has 12.
        Write at most 12, or another room.
        """
    ),
    Case(
      "attendees",
      in: "sessions.csv",
      "E01+E02",
      "E01+E01+E3",
      gives: """
        center/sessions.csv:2: attendees names 'E01' twice.
        Name everybody once, joined by '+'.
        """,
      """
      center/sessions.csv:2: unknown employee 'E3'.
      The employees are: E01, E02.
      """
    ),
    Case(
      "curriculum and course",
      in: "enrolments.csv",
      "E02,,licence",
      "E02,agent,licence",
      gives: """
        center/enrolments.csv:4: the row needs exactly one of curriculum and course.
        Fill one of them and leave the other empty.
        """
    ),
    Case(
      "session of another course",
      in: "enrolments.csv",
      "E02,,aml,s1",
      "E02,,aml,s2",
      gives: """
        center/enrolments.csv:3: session 's2' is of course 'licence', the row says 'aml'.
        Write that course, or another session.
        """
    ),
    Case(
      "own mentor",
      in: "mentoring.csv",
      "E01,E02",
      "E02,E02",
      gives: """
        center/mentoring.csv:2: employee 'E02' is their own mentor.
        Write somebody else as mentor.
        """
    ),
  ]

  static let records = [
    Case(
      "unknown session",
      in: "attendance.csv",
      "E01,s1",
      "E01,s7",
      gives: """
        attendance.csv:2: unknown session 's7'.
        The sessions are: s1, s2.
        """
    ),
    Case(
      "score above 1",
      in: "assessments.csv",
      "1,0.6,0.8",
      "1,60,0.8",
      gives: """
        assessments.csv:2: score is 60.
        Write a share between 0 and 1: write 0.60.
        """
    ),
    Case(
      "a correction of another person's entry",
      in: "assessments.csv",
      "E01,aml,2026-03-03T11:30,1,0.85",
      "E02,aml,2026-03-03T11:30,1,0.85",
      gives: """
        assessments.csv:3: corrects names '17', which is another person's or another course's.
        Write the reference of a row of the same employee and course.
        """
    ),
    Case(
      "corrected twice",
      in: "assessments.csv",
      "E02,aml,2026-03-05,1,0.8,0.8,,,,lms,19,,",
      "E01,aml,2026-03-05,1,0.8,0.8,,,,lms,19,17,misread again",
      gives: """
        assessments.csv:4: corrects names '17', which line 3 corrects already.
        Correct the correction: write its reference.
        """
    ),
    Case(
      "a correction of itself",
      in: "assessments.csv",
      "17,misread",
      "18,misread",
      gives: """
        assessments.csv:3: corrects names '18', which no earlier row of source 'lms' has.
        Write the reference of the row that this one replaces.
        """
    ),
    Case(
      "reason missing",
      in: "assessments.csv",
      "17,misread",
      "17,",
      gives: """
        assessments.csv:3: corrects and reason go together: one of them is empty.
        A correction says what it replaces and why; leave both empty for a first entry.
        """
    ),
    Case(
      "reference twice",
      in: "assessments.csv",
      "lms,19",
      "lms,18",
      gives: """
        assessments.csv:4: the reference '18' occurs a second time (the first is in line 3).
        Give every row a reference of its own, or delete the row.
        """
    ),
    Case(
      "measure",
      in: "performance.csv",
      "quality,3,0.9",
      "qualty,3,0.9",
      gives: """
        performance.csv:3: measure is 'qualty'.
        Did you mean 'quality'? Write handle_time, satisfaction, complaint_rate or quality.
        """
    ),
    Case(
      "same measure twice",
      in: "performance.csv",
      "quality,3,0.9",
      "handle_time,3,0.9",
      gives: """
        performance.csv:3: handle_time of employee 'E01' on 2026-03-02 stands a second time \
        (the first is in line 2).
        Keep one row per person, day and measure.
        """
    ),
  ]
}
