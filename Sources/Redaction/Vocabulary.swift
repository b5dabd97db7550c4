/// The words of grammar, address, role and number that rules rest on; written by hand.
enum Vocabulary {
  /// Adds all of them.
  static func add(to builder: inout LexiconBuilder) {
    addGrammar(to: &builder)
    addAddress(to: &builder)
    addRoles(to: &builder)
    addCues(to: &builder)
  }

  private static func addGrammar(to builder: inout LexiconBuilder) {
    builder.add(
      """
      der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine
      meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines ihr
      ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer
      dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem mancher
      manche manches manchen welcher welche welches welchen solche solcher solches solchen alle allen aller
      alles viele vielen vieler wenige wenigen einige einigen mehrere mehreren beide beiden zwei drei vier fünf
      sechs sieben acht neun zehn elf zwölf etwas nichts viel wenig mehr genug im am ins ans beim zum zur vom
      unserm meinm the a an this that these those my your his her its our their every each some any no
      another many few several two three four five six seven eight nine ten
      """, [.article, .function])
    builder.add(
      """
      mit von bei an für durch gegen ohne über wegen trotz statt um und oder sowie auch wie besonders
      insbesondere außer dank zu gegenüber laut nebst samt via hinter neben vor seit unter
      with from by for about to and or especially including like than without against plus via
      """, [.preposition, .function])
    builder.add("aus from", [.from])
    builder.add("in nach bei von to near um", [.inside])
    builder.add(
      """
      hat ist war hatte wurde wird kann konnte kommt kam geht ging macht machte sagt sagte meint meinte
      hilft half arbeitet arbeitete fehlt fehlte nimmt nahm gibt gab bleibt blieb findet fand weiß wusste will
      wollte soll sollte darf durfte muss musste möchte spricht sprach schreit schrie ruft rief antwortet
      kümmert kümmerte lacht lebt wohnt heißt bekommt bekam braucht brauchte fühlt fühlte hört hörte liest
      kennt kannte erklärt erklärte zeigt zeigte verdient versteht verstand bringt brachte holt holte war's
      has is was had does did can could will would should said says told helped helps works worked
      always never really made makes gave gives took takes came comes went goes deserves left listens
      listened understands shouted ignored answered explained treated showed seems seemed
      """, [.verb])
    builder.add(
      """
      ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich man wer was wen wem wo wann warum
      wieso weshalb woher wohin nicht nie niemals immer oft selten sehr zu so ja nein doch nur schon noch
      mal eben halt leider gerne gern bitte danke aber denn weil dass ob wenn als falls obwohl bevor nachdem
      damit sodass in aus nach auf bis ab während innerhalb außerhalb hier dort da dann heute gestern morgen
      jetzt bald später wieder bin bist ist sind seid war waren warst sei wäre wären habe hast haben hattest
      hatten hätte hätten werde wirst werden würde würden wurden geworden kann kannst können könnte könnten
      mag mögen möchten muss müssen müsste soll sollen sollte sollten will willst wollen darf dürfen
      i you he she it we they me him us them who whom whose which what where when why how not never always
      often very too so yes yeah please thanks thank but because if unless although though while before
      after until since during in on at of off out up down over under into through here there then today
      yesterday tomorrow now soon again am are is was were be been being have has had do does did can could
      will would shall should may might must just only even also both all most more less good great
      """, [.function])
    builder.add(
      """
      januar jänner februar feber märz april mai juni juli august september oktober november dezember montag
      dienstag mittwoch donnerstag freitag samstag sonnabend sonntag frühling frühjahr sommer herbst winter
      ostern pfingsten weihnachten silvester advent january february march april may june july august
      september october november december monday tuesday wednesday thursday friday saturday sunday spring
      summer autumn winter christmas easter jan feb mär mrz apr jun jul aug sep sept okt nov dez oct dec
      """, [.calendar])
    builder.add(
      """
      und ist nicht der das mit ich wir sehr wurde haben auch auf für von dem den ein eine sind war nur zu im
      es sie bei aus nach immer wird hat mein meine keine mehr oder aber
      """, [.isGerman])
    builder.add(
      """
      the and of is to my with very they we was are have has for not but our you it that this were she he
      been from always her his at which
      """, [.isEnglish])
    builder.add(
      """
      uhr euro eur cent prozent jahre jahren jahr monate monaten monat wochen woche tage tagen tag stunden
      stunde minuten minute sekunden meter km cm kg gramm liter quadratmeter qm kinder kindern bewohner
      bewohnern personen menschen leute mitarbeiter pflegekräfte mal stück betten plätze plätzen gäste gruppen
      zimmer stockwerke etagen sterne sternen punkte punkten grad seiten mann frauen männer jungen mädchen
      termine anrufe mails portionen teller flaschen years year months weeks days hours minutes pounds
      percent people children residents beds times stars points staff
      """, [.unit])
    builder.add(
      """
      von van de der den del della di da dos das du la le el al ter ten zu zum zur vom ibn bin ben bint abu
      abd um mac mc st san
      """, [.particle])
  }

  private static func addAddress(to builder: inout LexiconBuilder) {
    builder.add(
      "frau herr herrn fr hr hrn fräulein familie fam eheleute ehepaar mr mrs ms miss mister mx madam sir",
      [.title, .function])
    builder.add(
      """
      dr prof professor professorin doktor med phil rer nat dipl ing mag dres pd priv doz habil jur theol
      psych soz päd paed
      """, [.degree])
    builder.add(
      """
      grüße grüßen gruß gruss grüßle grüsse grüssen lg mfg vg bg hg kg glg regards wishes sincerely
      faithfully cheers yours love herzlichst hochachtungsvoll gezeichnet gez unterzeichnet signed
      tschüss liebst freundlichst
      """, [.closing])
    builder.add(
      "hallo liebe lieber hi hey moin servus geehrte geehrter werte werter dear hello sehr guten",
      [.greeting])
    builder.add(
      """
      doktor direktor direktorin leiter leiterin chef chefin präsident bürgermeister pfarrer ministerin minister
      professor rechtsanwalt nachbar nachbarin kollege kollegin gott herr frau oberin pflegedienstleitung
      heimleitung heimleiterin heimleiter einrichtungsleitung wohnbereichsleitung stationsleitung
      vermieter betreuerin betreuer lehrerin lehrer ober kaiser im am empfang rezeption verwaltung büro
      nachbarhaus mutter vater und oder mit vom von haus
      """, [.common])
    builder.remove("kaiser", [.common])
  }
}
