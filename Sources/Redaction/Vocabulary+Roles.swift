extension Vocabulary {
  /// Relations and roles, German and English.
  static func addRoles(to builder: inout LexiconBuilder) {
    builder.add(
      """
      sohn tochter bruder schwester mutter vater oma opa omi opi großmutter großvater tante onkel neffe nichte
      cousin cousine enkel enkelin enkelkind enkeltochter enkelsohn schwager schwägerin schwiegermutter
      schwiegervater schwiegertochter schwiegersohn mann ehemann ehefrau partner partnerin lebensgefährte
      lebensgefährtin freund freundin kumpel kollege kollegin kollegen kolleginnen mama papa mami papi mutti
      vati sohnes zwillinge stiefvater stiefmutter stiefsohn stieftochter pflegesohn pflegetochter pflegekind
      pflegemutter pflegevater patenkind baby kleinkind junge mädchen kind
      bewohner bewohnerin bewohners klient klientin klienten klientinnen patient patientin patienten kunde
      kundin gast mandant mandantin jugendliche jugendlicher jugendlichen schüler schülerin betreute betreuter
      zimmernachbar zimmernachbarin mitbewohner mitbewohnerin nachbar nachbarin angehörige angehöriger
      betreuer betreuerin bezugsbetreuer bezugsbetreuerin bezugserzieher bezugserzieherin erzieher erzieherin
      erziehers erzieherinnen pfleger pflegerin pflegers krankenpfleger krankenpflegerin altenpfleger
      altenpflegerin krankenschwester oberschwester stationsschwester nachtschwester bezugspflegerin
      bezugspfleger pflegekraft pflegehelfer pflegehelferin pflegefachkraft pflegefachmann pflegefachfrau
      therapeut therapeutin psychotherapeut psychotherapeutin ergotherapeut ergotherapeutin physiotherapeut
      physiotherapeutin logopäde logopädin psychologe psychologin arzt ärztin hausarzt hausärztin facharzt
      kinderarzt kinderärztin oberarzt oberärztin chefarzt chefärztin stationsarzt stationsärztin psychiater
      psychiaterin hebamme sozialarbeiter sozialarbeiterin sozialpädagoge sozialpädagogin sozialdienst
      heilpädagoge heilpädagogin heilerziehungspfleger heilerziehungspflegerin berater beraterin
      familienhelfer familienhelferin familienhebamme schulbegleiter schulbegleiterin schulbegleitung
      integrationshelfer integrationshelferin assistent assistentin alltagsbegleiter alltagsbegleiterin
      betreuungskraft betreuungsassistentin leiter leiterin leitung heimleiter heimleiterin heimleitung
      gruppenleiter gruppenleiterin teamleiter teamleiterin bereichsleiter bereichsleiterin hausleiter
      hausleiterin kitaleiter kitaleiterin stationsleiter stationsleiterin wohnbereichsleiter
      wohnbereichsleiterin einrichtungsleiter einrichtungsleiterin pflegedienstleiter pflegedienstleiterin
      abteilungsleiter abteilungsleiterin chef chefin vorgesetzte vorgesetzter direktor direktorin
      mitarbeiter mitarbeiterin mitarbeiters sachbearbeiter sachbearbeiterin fallmanager fallmanagerin
      ansprechpartner ansprechpartnerin koordinator koordinatorin vormund amtsvormund rechtsanwalt anwältin
      anwalt richter richterin verfahrenspfleger verfahrenspflegerin lehrer lehrerin klassenlehrer
      klassenlehrerin trainer trainerin praktikant praktikantin azubi auszubildende auszubildender bufdi
      fsjler fsjlerin student studentin ehrenamtliche ehrenamtlicher hausmeister hausmeisterin koch köchin
      küchenchef fahrer fahrerin busfahrer busfahrerin reinigungskraft putzfrau hauswirtschafterin
      sekretärin empfangsdame tagesmutter tagesvater kinderpfleger kinderpflegerin seelsorger seelsorgerin
      pfarrer pfarrerin pastor pastorin dolmetscher dolmetscherin coach jobcoach dozent dozentin
      nachtwache kontaktperson bezugsperson elternvertreter elternvertreterin kontoinhaber kontoinhaberin
      kollegen verfasser verfasserin absender absenderin unterzeichner ansprechperson schwestern
      """, [.role])
    builder.add(
      """
      son daughter brother sister mother father mum mom dad nan nana gran grandma grandpa grandmother
      grandfather grandson granddaughter aunt uncle nephew niece cousin husband wife partner boyfriend
      girlfriend friend colleague resident patient client carer caregiver caseworker keyworker nurse matron
      doctor gp therapist counsellor counselor psychologist physiotherapist psychiatrist midwife teacher
      tutor assistant manager supervisor receptionist coordinator coach mentor volunteer caretaker cook chef
      driver cleaner worker lady guardian solicitor headteacher nursery kid boy girl baby staff named called
      """, [.role])
    builder.add(
      """
      namens heißt heiße heißen name namen vorname nachname familienname genannt nennt nenne named called
      kontakt ansprechpartner ansprechpartnerin kontoinhaber kontoinhaberin
      """,
      [], cue: .named)
  }

  /// Words that promise a number.
  static func addCues(to builder: inout LexiconBuilder) {
    builder.add(
      """
      tel telefon telefonnummer telefonnr telnr fon handy handynummer handynr mobil mobilnummer mobilnr
      mobiltelefon rufnummer festnetz fax faxnummer durchwahl whatsapp ruf phone telephone mobile cell call
      rückruf notfallnummer
      """, [], cue: .phone)
    builder.add("iban kontonummer kontonr konto bankverbindung bankkonto account", [], cue: .iban)
    builder.add(
      "idnr steuerid steueridnr tin steueridentifikationsnummer identifikationsnummer", [],
      cue: .taxID)
    builder.add("steuernummer steuernr stnr steuer", [], cue: .taxNumber)
    builder.add("ust ustid ustidnr umsatzsteuer umsatzsteuerid vat uid", [], cue: .vat)
    builder.add(
      """
      rv rvnr rentenversicherungsnummer rentenversicherung rentennummer sozialversicherungsnummer sv svnr
      sozialversicherung versicherungsnummer rentenversicherungsnr sozialversicherungsnr vsnr
      """, [], cue: .pension)
    builder.add(
      """
      kv kvnr krankenversichertennummer krankenversicherungsnummer versichertennummer versichertennr
      krankenkasse krankenversicherung krankenkassennummer kvnummer gesundheitskarte
      """, [], cue: .health)
    builder.add(
      """
      ausweisnummer ausweisnr ausweis personalausweis personalausweisnummer perso personalausweisnr
      identitätskarte aufenthaltstitel id identity ausweiskopie
      """, [], cue: .idCard)
    builder.add(
      "reisepass pass passnummer reisepassnummer passnr passport reisepassnr", [], cue: .passport)
    builder.add(
      "führerschein führerscheinnummer führerscheinnr fahrerlaubnis licence license", [],
      cue: .driver)
    builder.add(
      """
      lanr bsnr ik iknr arztnummer betriebsstättennummer institutionskennzeichen iknummer
      """, [], cue: .provider)
    builder.add("kreditkarte kreditkartennummer visa mastercard amex kartennummer", [], cue: .card)
    builder.add(
      """
      aktenzeichen az fallnummer fallnr fall vorgangsnummer vorgang vorgangsnr geschäftszeichen gz
      geschäftsnummer bescheid bescheidnummer aktennummer aktennr bg bedarfsgemeinschaft ref reference case
      bgnummer kassenzeichen verfahren aktz
      """, [], cue: .caseNumber)
    builder.add(
      """
      kundennummer kundennr kdnr kdn kunden mitgliedsnummer mitgliedsnr mitglied vertragsnummer vertragsnr
      vertrag rechnungsnummer rechnungsnr rechnung patientennummer patientennr patientenid personalnummer
      personalnr klientennummer klientennr mandantennummer bewohnernummer belegnummer auftragsnummer
      auftragsnr bestellnummer versicherungsscheinnummer policennummer matrikelnummer teilnehmernummer
      kennnummer debitorennummer customer member membership policy invoice
      """, [], cue: .customer)
    builder.add(
      "zimmer zi zimmernummer zimmernr raum apartment appartement wohnung bett room flat bed zimmers",
      [], cue: .room)
    builder.add(
      """
      geb geboren geborene geborener geburtsdatum geburtstag geburtsjahr jahrgang gebdat born dob birthday
      birthdate geburtsdat geburt birth
      """, [], cue: .birth)
    builder.add(
      """
      kennzeichen autokennzeichen kfz auto wagen fahrzeug pkw lkw bus transporter fahrer fahrerin nummernschild
      parkt parkte parken geparkt kombi passat golf bmw vw opel plate registration taxi car van
      """, [], cue: .plate)
    builder.add(
      """
      instagram insta tiktok facebook snapchat snap twitter discord twitch telegram skype username benutzername
      nutzername user nickname threema account profil
      """, [], cue: .account)
    builder.add("plz postleitzahl zip postcode", [], cue: .postcode)
    builder.add("alter aged age", [], cue: .age)
    builder.add(
      """
      wohne wohnt wohnen wohnte wohnten wohnhaft lebe lebt leben lebte zog zogen ziehe gezogen umgezogen zieht
      geboren geborene geb stamme stammt stammen aufgewachsen heimat komme kommt kommen kam zuhause adresse
      anschrift live lives lived living born moved grew
      """, [.living])
    builder.add(
      """
      nr no num nummer number ist lautet lauten war id is was meine meiner meines mein die der seine seiner
      ihre ihrer unsere von des den mit auf unter an lautete endet folgende kopie und the my of
      """, [.filler])
  }
}
