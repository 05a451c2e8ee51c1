package org.openimr.parser.letter.conclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.conclusion.RationaleConclusion.Kind;

class RationaleConclusionTest {
  private static Optional<Kind> find(String rationale) {
    return RationaleConclusion.find(rationale).map(RationaleConclusion::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As such, the request was determined to be medically necessary at this time.",
        "Medical necessity has been established.",
        "The records support the medical necessity of the requested lift.",
        "I find the requested lift to be medically necessary.",
        "This reviewer concludes that the requested lift is medically necessary.",
        "Therefore, the request is certified.",
        "The request is approved as submitted.",
        "Approval is recommended.",
        "The requested scan is warranted.",
        "The requested lift is reasonable and medically necessary.",
        "The UR denial is overturned.",
        "The prior denial was not justified.",
        "Therefore, the request for oxycodone #60 for weaning is medically necessary.",
        "The MRI of the neck without contrast is medically necessary.",
        "The request for 30 tablets, no refills, is medically necessary.",
        "Thus, the requested lift meets medical necessity.",
        "The lift is a medical necessity.",
        "It is my opinion that the requested lift is medically necessary.",
        "Utilization review had called the request not medically necessary for want of a"
            + " note; the note is now on file. The request is medically necessary.",
        "The requested ramp is medically necessary as the worker cannot climb stairs.",
        "The requested ramp is medically necessary because the worker has not recovered.",
        "I recommend certification of the request.",
        "The request should be authorized.",
        "The requested treatment is medically indicated.",
        "Therefore, medical necessity is met.",
        "All criteria are met and the request is medically necessary.",
        "On balance the request is reasonable and appropriate and should be allowed.",
        "The request, therefore, is medically necessary.",
        "In summary, the request meets the criteria and is medically necessary.",
        "Hence, medical necessity is established.",
        "The medical necessity of the requested bed has been demonstrated.",
        "Therefore, the bed is considered medically necessary and appropriate.",
        "I believe that the requested bed is medically necessary.",
        "The request is supported and is medically necessary.",
        "The denial is not supported; the request is medically necessary.",
        "The claims administrator denied the bed for lack of records, but the request is"
            + " medically necessary.",
        "Although utilization review denied the bed, the records show that the request is"
            + " medically necessary.",
        "While not usually recommended, the requested bed is medically necessary in this case.",
        "Without the bed the worker would fall; therefore the bed is medically necessary.",
        "There is no contraindication, and the request is medically necessary.",
        "The worker has not improved with rest, thus the requested bed is medically necessary.",
        "The request for a non-steroidal drug is medically necessary.",
        "As conservative care has failed, the requested surgery is medically necessary.",
        "The failure of conservative care makes the requested surgery medically necessary.",
        "Therefore, the denial is overturned and the request is medically necessary.",
        "The request is certified as medically necessary.",
        "The adverse determination is reversed.",
        "It is reasonable and necessary, and medical necessity is therefore met.",
        "Therefore the decision to deny the bed is not upheld; the request is medically"
            + " necessary.",
        "The requested bed is not only appropriate but medically necessary.",
        "The request was found to be medically necessary.",
        "Thus the current request is deemed to be reasonable, appropriate and medically"
            + " necessary.",
        "The documentation does support the medical necessity of the bed.",
        "This supports the medical necessity of the requested bed.",
        "Medical necessity is clear.",
        "There is sufficient evidence to conclude that the bed is medically necessary.",
        "There is no doubt that the bed is medically necessary.",
        "In this case, relief was shown, and further visits are medically necessary.",
        "The patient has failed therapy and injections and the requested surgery is"
            + " medically necessary.",
        "Since therapy was not effective the requested surgery is medically necessary.",
        "The bed as requested is medically necessary.",
        "The provider has adequately demonstrated medical necessity.",
        "Authorization of the request is recommended.",
        "I recommend that the request be certified as medically necessary.",
        "These exceptional factors make the requested drug medically necessary.",
        "The retrospective request for a drug test was medically necessary.",
        "The request is reasonable and necessary.",
        "I see no reason to deny the request; it is medically necessary.",
      })
  void understandsApproval(String rationale) {
    assertThat(find(rationale)).contains(Kind.NECESSARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Therefore, the brace is not medically necessary.",
        "The request cannot be considered medically necessary and appropriate.",
        "Medical necessity for the requested gym membership has not been established.",
        "The medical necessity of the walker was not demonstrated by the notes, which are brief.",
        "There is insufficient documentation to establish medical necessity.",
        "The documentation fails to establish the medical necessity of this request.",
        "The provider has failed to demonstrate medical necessity.",
        "Without a plan, medical necessity cannot be determined.",
        "The records do not support the medical necessity of the requested lift.",
        "There is no evidence that the requested lift is medically necessary.",
        "It cannot be concluded that this device is medically necessary.",
        "I do not find the requested lift to be medically necessary.",
        "The request is non-certified.",
        "Therefore, the request is noncertified.",
        "The request is not certified.",
        "The request is denied.",
        "Recommend non-certification.",
        "Recommendation is for denial.",
        "Certification is not recommended.",
        "Non-certification of the lift is recommended.",
        "The requested scan is not supported.",
        "Therefore, the lift is not indicated.",
        "The requested scan is unwarranted.",
        "The request is medically unnecessary.",
        "The requested lift is not reasonable or medically necessary.",
        "The UR denial is upheld.",
        "The denial is supported.",
        "No further visits are medically necessary.",
        "Neither the lift nor the ramp is medically necessary.",
        "None of the requested supplies are medically necessary.",
        "As the brace is not medically necessary, neither is the strap.",
        "The brace is not medically necessary, nor is the strap.",
        "While six visits are medically necessary, the requested twelve are not.",
        "Although the scan is medically necessary, the request for contrast is not supported.",
        "Therefore, it is medically necessary. But medical need was not shown.",
        "The request is not medically necessary. However, the drug should be weaned slowly,"
            + " as is medically appropriate.",
        "The request is not medically necessary. Weaning is recommended.",
        "The request is not medically necessary. Tapering over four weeks is medically"
            + " necessary for safety.",
        "The MRI of the neck with contrast is not medically necessary.",
        "The necessity of the lift has not been shown.",
        "Thus, the requested lift does not meet medical necessity.",
        "There is a lack of medical necessity for the lift.",
        "The medical necessity of the request is not clear.",
        "The medical necessity of the request remains unproven.",
        "Medical necessity is questionable.",
        "The request isn't medically necessary.",
        "The request can\u2019t be supported and is not medically necessary.",
        "The lift is not deemed to be a medically necessary item.",
        "The lift is not a medical necessity.",
        "The request is unable to be certified.",
        "The request fails to meet the criteria.",
        "The submitted notes do not support the requested lift.",
        "Therefore not medically necessary.",
        "Not medically necessary.",
        "The request is no longer medically necessary.",
        "The request does not appear medically necessary.",
        "The request could not be found to be medically necessary.",
        "Given the above, what was asked for is not supported, and is therefore not"
            + " medically necessary.",
        "In agreement with utilization review, the request is not medically necessary.",
        "The requested ramp is not medically necessary as it is not recommended by the"
            + " guidelines.",
        "I recommend denial of the request.",
        "The request should be denied.",
        "The request should not be authorized.",
        "Based on the foregoing, I am unable to certify the request as medically necessary.",
        "The clinical record lacks the detail needed to show that the requested lift is"
            + " medically necessary.",
        "It has not been shown that the requested lift is medically necessary.",
        "Whether the lift is medically necessary cannot be determined.",
        "It is unclear whether the requested lift is medically necessary.",
        "Hence, the lift is not warranted at this time.",
        "The requested treatment is not medically indicated.",
        "This falls short of what is required, so the requested lift is not approved.",
        "The criteria for medical necessity have not been met.",
        "Medical necessity criteria are not satisfied.",
        "Consequently, the lift cannot be recommended.",
        "On the whole, the request does not satisfy medical necessity and the denial stands.",
        "The request for a lift is considered not medically necessary or appropriate.",
        "This request is found not to be medically necessary.",
        "Medical necessity is not supported for the lift.",
        "Medical necessity of the lift is thus not substantiated by the records submitted.",
        "The request, therefore, is not medically necessary.",
        "The request is, in my judgement, not medically necessary.",
        "In the absence of such findings, the request is not medically necessary.",
        "In the absence of such findings, the lift is not justified.",
        "Given the lack of objective improvement, continued use is not medically appropriate"
            + " and the request is not certified.",
        "In summary, the submitted records fall short, and the medical necessity of the"
            + " requested bed cannot be affirmed.",
        "The evidence presented is insufficient to justify the requested bed.",
        "This does not meet the standard for medical necessity.",
        "The request for a bed does not satisfy the criteria and is therefore non-certified.",
        "Accordingly, I would not support the bed as medically necessary.",
        "The requested bed has not been shown to be medically necessary.",
        "Absent such documentation, the necessity of the bed is not evident.",
        "Hence, medical necessity was not substantiated.",
        "For the reasons stated, this bed is deemed medically unnecessary.",
        "The reviewer is unable to conclude that the bed is medically necessary.",
        "There is no compelling reason to consider this bed medically necessary.",
        "Nothing in the file establishes the medical necessity of a bed.",
        "It is not apparent that the requested bed is medically necessary.",
        "The request for the bed is considered to be not medically necessary and is denied.",
        "Therefore the bed is not a covered or medically necessary treatment.",
        "As such, medical necessity is lacking.",
        "Consequently the request lacks medical necessity.",
        "The bed would not be considered medically necessary.",
        "Overall, the bed is neither reasonable nor medically necessary.",
        "The bed cannot be regarded as medically necessary.",
        "The requested bed is not medically justified.",
        "The requested bed is not consistent with guidelines and, thus, is not medically"
            + " necessary.",
        "Medical necessity for the request is therefore not demonstrated.",
        "This request is not medically necessary, and the determination of the claims"
            + " administrator is upheld.",
        "Therefore, the prior denial of the bed is appropriate and upheld.",
        "Agree with the non-certification; the bed is not medically necessary.",
        "The bed is not recommended and is not medically necessary per the MTUS.",
        "The request for 12 visits exceeds guideline recommendations and is not medically"
            + " necessary.",
        "Non-approval is warranted as the bed is not medically necessary.",
        "Medical necessity has not yet been established for the bed.",
        "Medical necessity, therefore, is not established.",
        "The requested bed, therefore, was not medically necessary.",
        "Therefore, the requested bed is not clinically indicated or medically necessary at"
            + " this juncture.",
        "The bed is not, in the opinion of this reviewer, medically necessary.",
        "I cannot find this bed to be medically necessary.",
        "The bed is NOT medically necessary.",
        "THE REQUEST IS NOT MEDICALLY NECESSARY.",
        "Request is not medically necessary",
        "therefore, the request is not medically necessary",
        "This request isn\u2019t medically necessary.",
        "The bed is not medically necessary; weaning of the opioid may proceed as is"
            + " medically appropriate.",
        "The request is not medically necessary. If weaning is needed, it should be done slowly.",
        "The request is not medically necessary. Of note, discontinuation should include a"
            + " tapering dose to avoid withdrawal, and this is medically necessary for safety.",
        "The request is not medically necessary. A one-month supply for weaning is recommended.",
        "The notes do not support the bed, so it is not medically necessary.",
        "In this case, relief was not shown, and further visits are not medically necessary.",
        "The patient has improved and the requested surgery is not medically necessary.",
        "Because no exam was recorded the requested scan is not medically necessary.",
        "The request for two visits is medically necessary but the remaining ten are not.",
        "While a trial is reasonable, the requested twelve visits are excessive and not"
            + " medically necessary.",
        "The bed, as requested, is not medically necessary.",
        "The bed as requested is not medically necessary.",
        "As noted above, the bed is not medically necessary.",
        "As stated the request is not medically necessary.",
        "Per the guidelines the requested bed is not medically necessary.",
        "Based on these guidelines, the bed is not medically necessary.",
        "Medical necessity for bed rental, purchase, or repair has not been established.",
        "Medical necessity of the scan, which the surgeon requested, is not established.",
        "No evidence of medical necessity was found.",
        "Evidence of medical necessity is lacking.",
        "Proof of medical necessity was not provided.",
        "The provider did not demonstrate medical necessity.",
        "The treating physician has not established the medical necessity of this request.",
        "Denial of the request is recommended.",
        "The denial should stand; the request is not medically necessary.",
        "The request must be non-certified.",
        "The requested drug cannot be certified.",
        "Therefore, certification cannot be recommended.",
        "The requested procedure is not authorized.",
        "It is recommended that the request be denied.",
        "It is recommended that the request not be certified.",
        "It is my determination that the requested drug is not medically necessary.",
        "There are no exceptional factors; hence the request is not medically necessary.",
        "No exceptional factors make the requested drug medically necessary.",
        "This falls outside the guideline and the request is thus not medically necessary.",
        "Taken together the facts do not make this medically necessary.",
        "The bed is of no medical necessity.",
        "Continued use of the drug is not warranted, and as such, is not medically necessary.",
        "The requested retrospective drug test was not medically necessary.",
        "The request is not reasonable or necessary.",
        "The request does not appear to be reasonable or medically necessary.",
        "The request fails to be medically necessary.",
        "The request is far from medically necessary.",
        "The request is hardly medically necessary.",
        "The request is deemed unnecessary.",
        "Therefore, the request is unreasonable.",
        "I agree with the denial.",
      })
  void understandsDenial(String rationale) {
    assertThat(find(rationale)).contains(Kind.NOT_NECESSARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Utilization review called it not medically necessary. It helped.",
        "The guideline asks when a brace is medically necessary. It is not here.",
        "The request is medically necessary for two visits of the twelve that were named.",
        "On 03/04, utilization review found the request for a lift not medically necessary.",
        "The claims administrator's letter held the lift to be not medically necessary.",
        "The carrier denied the request as not medically necessary.",
        "The treating physician states that the request is medically necessary.",
        "The request was previously denied.",
        "An earlier denial (of 3/4) was upheld; this one has to be judged by itself.",
        "Side effects were denied on 3/4; constipation was not asked about.",
        "MTUS states, \"A brace is not medically necessary for a sprain.\"",
        "Guidelines state that a brace is medically necessary after a fracture.",
        "A brace is medically necessary if the joint is loose.",
        "A brace may be medically necessary later.",
        "The provider noted that the bed was medically necessary.",
        "UR found it not medically necessary on 3/4/2017.",
        "A prior review determined that therapy was not medically necessary.",
        "The ODG states that beds are not medically necessary for most patients.",
        "Beds are not recommended unless medically necessary.",
        "The question is whether the bed is medically necessary.",
        "Medical necessity must be documented by the provider.",
        "The guideline requires that medical necessity be established.",
        "Treatment shall be provided if medically necessary.",
        "The notes name a brace.",
        "",
        "   ",
      })
  void findsNoConclusionInReportsQuotationsAndConditions(String rationale) {
    assertThat(find(rationale)).isEmpty();
  }

  @Test
  void endsConclusionAtItsSentence() {
    String conclusion = "It failed twice. The request is not medically necessary.";
    String advice = "\n\nSuch a drug should be tapered slowly, and never stopped at once.";

    assertThat(RationaleConclusion.find(conclusion + advice))
        .contains(new RationaleConclusion(Kind.NOT_NECESSARY, conclusion.length()));
  }

  @Test
  void usesLastOfSeveralConclusions() {
    assertThat(
            find(
                "The first request was not medically necessary. The current request is medically"
                    + " necessary."))
        .contains(Kind.NECESSARY);
  }

  @Test
  void separatesSentencesWithoutSpace() {
    assertThat(find("The brace is not medically necessary.The request is denied"))
        .contains(Kind.NOT_NECESSARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is medically necessary ",
        "not medically necessary that no request is ",
        "medical necessity of ",
        "\"Not supported. ",
        "Utilization review. ",
        ". ",
        "neither is the request, nor ",
      })
  void takesLinearTime(String repeated) {
    String rationale = repeated.repeat(1_000_000 / repeated.length());

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> find(rationale));
  }
}
