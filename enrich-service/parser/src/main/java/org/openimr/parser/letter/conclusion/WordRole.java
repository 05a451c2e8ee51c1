package org.openimr.parser.letter.conclusion;

import org.openimr.parser.letter.text.WordTable;

/** The roles that a word can have in a sentence about medical necessity. */
enum WordRole {
  /** A finite verb that may connect a request with a judgement. */
  VERB(
      "is are am was were has have had does do did can could may might would should must will"
          + " shall remains remain appears appear seems seem becomes became"),
  /** A verb that makes a positive judgement hypothetical. */
  HYPOTHETICAL("may might would could"),
  /** A verb that says what has to be, as opposed to what is. */
  OBLIGATION("must should shall may might would could will"),
  /** A verb of the present, as opposed to a verb that reports an earlier decision. */
  PRESENT("is are should must will shall can cannot recommend recommends advise agree concur"),
  /** A verb and its negation in one word. */
  NEGATED_VERB(
      "cannot isn't aren't wasn't weren't don't doesn't didn't can't won't hasn't haven't"
          + " hadn't couldn't wouldn't shouldn't isnt arent wasnt werent doesnt didnt cant"),
  /** A verb that states a failure. */
  FAILING_VERB("fails fail failed failing lacks lack lacked lacking"),
  /** A word that negates the words next to it. */
  NEGATION("not never non no neither nor none nothing hardly"),
  /** A word that negates a whole clause that starts with it. */
  NEGATIVE_SUBJECT("no neither nor none nothing"),
  /** A word that says that something is missing. */
  ABSENCE(
      "lack lacks lacked lacking absence absent without fails fail failed failing failure"
          + " insufficient insufficiently inadequate inadequately unable impossible difficult nor"
          + " no not never hardly neither none nothing unclear unknown doubtful missing little"),
  /** The subject of a sentence that concludes. */
  REQUEST("request requests requested requesting proposed disputed prescribed"),
  /** A word that introduces a conclusion. */
  THEREFORE("therefore thus hence accordingly consequently ergo"),
  /** A word that introduces a conclusion if it is one of the first words of the sentence. */
  OPENING(
      "such conclusion summary reasons reason above based given so light view overall ultimately"
          + " finally due because considering"),
  /** A word that introduces a condition. */
  CONDITION("if when unless whenever"),
  /** A word that introduces the reason of a main clause. */
  CAUSE("as since because given considering"),
  /** A word that introduces a concession, which the main clause contradicts. */
  CONCESSION("although though while whereas"),
  /** A word that introduces an embedded statement. */
  EMBEDDING("that whether"),
  /** A word that starts a relative clause. */
  RELATIVE("that which who whose whom"),
  /** A word that adds a restriction. */
  RESTRICTION("but however except although though only excluding minus"),
  /** An organization that decided earlier. */
  EARLIER_REVIEW(
      "utilization utilisation ur carrier carrier's insurer insurer's adjuster"
          + " administrator administrator's administrators payer peer advisor previously earlier"
          + " initially originally appeal"),
  /** A person whose opinion is not the conclusion. */
  TREATING(
      "physician provider doctor surgeon therapist chiropractor dr patient claimant worker"
          + " employee attorney psychologist"),
  /** A verb that reports an opinion. */
  OPINION(
      "states stated state feels felt believes believed indicates indicated notes noted opines"
          + " opined argues argued contends contended claims claimed asserts asserted says said"
          + " writes wrote suggests suggested maintains maintained reports reported explained"
          + " explains"),
  /** A verb with which a reviewer finds something to be necessary. */
  FINDING(
      "find finds found determine determines determined deem deems deemed consider considers"
          + " considered conclude concludes concluded judge judged believe regard regarded render"
          + " renders make makes declare declared certify support supports view"),
  /** A finding verb whose subject is a reason, of which an absence is one. */
  CAUSING("make makes made render renders"),
  /** A published guideline or a study. */
  GUIDELINE(
      "guideline guidelines mtus odg acoem fda literature studies study cochrane chapter"
          + " guidelines' label manufacturer"),
  /** The decision at utilization review. */
  DETERMINATION("determination decision"),
  /** A word that marks a review as an earlier one. */
  EARLIER("prior previous earlier initial first original"),
  /** A review, by whomever. */
  REVIEW("review reviewer reviewer's reviewers determination"),
  /** A word that joins two clauses. */
  COORDINATION("and but or"),
  /** Advice that may follow the conclusion. */
  TAPERING(
      "taper tapers tapering tapered wean weans weaning weaned titrate titration detox"
          + " detoxification withdrawal"),
  /** The judgement that a treatment is necessary, of any degree of certainty. */
  POSITIVE(
      "necessary supported indicated warranted appropriate reasonable justified recommended"
          + " substantiated validated established needed required essential certified approved"
          + " authorized authorised granted overturned reversed allowed certifiable approvable"
          + " supportable justifiable advisable allowable permitted endorsed"),
  /** The judgement that a treatment is not necessary. */
  NEGATIVE(
      "unnecessary unsupported unwarranted inappropriate unreasonable unjustified"
          + " unsubstantiated unestablished denied noncertified uncertified upheld disallowed"
          + " contraindicated excessive rejected declined refused"),
  /** A judgement that decides about a request. An earlier one is reported in the past. */
  DECISION(
      "certified approved authorized authorised granted overturned reversed allowed denied"
          + " noncertified uncertified upheld disallowed rejected declined refused modified"),
  /** The noun of a decision. */
  DECISION_NOUN("denial noncertification certification approval authorization authorisation"),
  /** The noun of a decision against the request. */
  DENIAL("denial noncertification denials refusal"),
  /** Words that turn the noun of a decision into a conclusion. */
  RECOMMENDING(
      "agree agrees concur concurs recommend recommends recommended recommendation recommending"
          + " advised favor advise advises suggested"),
  /** The word that makes a judgement one about medical necessity. */
  MEDICAL("medically medical clinically"),
  /** The noun of necessity. */
  NECESSITY("necessity need justification"),
  /** What medical necessity is, positive. */
  SHOWN(
      "established demonstrated shown supported documented substantiated proven proved evident"
          + " apparent clear present met confirmed justified verified satisfied found determined"
          + " certified affirmed recognized evidenced validated endorsed appreciated"
          + " identified ascertained accepted provided warranted achieved discerned"),
  /** What medical necessity is, negative. */
  NOT_SHOWN(
      "lacking unclear questionable unproven unsubstantiated absent doubtful missing"
          + " insufficient unsupported undocumented unestablished denied inadequate undetermined"
          + " disputable unverified unconfirmed undemonstrated"),
  /** A noun of which the negation affirms. */
  DOUBT("question doubt dispute"),
  /** A verb that supports necessity. */
  SUPPORTING(
      "support supports supported supporting establish establishes established demonstrate"
          + " demonstrates demonstrated confirm confirms confirmed satisfy satisfies satisfied"
          + " justify justifies justified substantiate substantiates substantiated show shows shown"
          + " meet meets met document documents documented prove proves proved warrant warrants"
          + " constitutes represents validates"),
  /** A verb of which only the negation is a conclusion. */
  ACTIVE("support warrant justify meet satisfy fulfill recommend substantiate"),
  /** A verb that equates a request with a necessity. */
  COPULA("is are was were be been being"),
  /** A word that may follow a judgement. All others are nouns that the judgement describes. */
  FOLLOWING(
      "at for in as and or per based given due because since to under with without by on of until"
          + " unless if when from right now currently but according considering here however nor"
          + " while this that the after before prior through during pursuant using within today"
          + " where although though is are upon presently solely medically into either so therefore"
          + " also once"),
  /** An indefinite article, which makes a described noun a judgement. */
  ARTICLE("a an"),
  /** A number written as a word. */
  NUMBER("one two three four five six seven eight nine ten eleven twelve half part some partial"),
  /** A comma or bracket. */
  COMMA(","),
  /** A mark that separates main clauses. */
  STOP(";");

  private static final int MAX_WORDS = 1024;

  private static final WordTable TABLE = createTable();

  private final String words;
  private final long bit;

  @SuppressWarnings("EnumOrdinal") // a bit is used in memory only
  WordRole(String words) {
    this.words = words;
    this.bit = 1L << ordinal();
  }

  /** Returns the bit of this role in a set of roles. */
  long bit() {
    return bit;
  }

  /** Returns the bits of all roles of the word between two offsets. */
  static long bitsOf(String text, int start, int end) {
    return TABLE.bitsOf(text, start, end);
  }

  private static WordTable createTable() {
    WordTable table = new WordTable(MAX_WORDS);
    for (WordRole role : values()) {
      for (String word : role.words.split(" ", -1)) {
        table.add(word, role.bit());
      }
    }
    return table;
  }
}
