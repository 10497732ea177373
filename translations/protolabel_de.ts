<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AcceptanceCommands</name>
    <message>
        <source>A&amp;ccept this slice</source>
        <translation>&amp;Schicht übernehmen</translation>
    </message>
    <message>
        <source>Takes the visible proposals on this slice into the annotation; in the review, goes on to the next one</source>
        <translation>Übernimmt die sichtbaren Vorschläge dieser Schicht in die Annotation; beim Prüfen geht es zur nächsten weiter</translation>
    </message>
    <message>
        <source>Accept this v&amp;olume</source>
        <translation>V&amp;olumen übernehmen</translation>
    </message>
    <message>
        <source>Takes all visible proposals on this volume into the annotation</source>
        <translation>Übernimmt alle sichtbaren Vorschläge dieses Volumens in die Annotation</translation>
    </message>
    <message>
        <source>Accept the &amp;label on this volume</source>
        <translation>&amp;Label übernehmen</translation>
    </message>
    <message>
        <source>Takes the proposals of the active label on this volume into the annotation</source>
        <translation>Übernimmt die Vorschläge des aktiven Labels auf diesem Volumen in die Annotation</translation>
    </message>
    <message>
        <source>Accept the &amp;component here</source>
        <translation>&amp;Komponente übernehmen</translation>
    </message>
    <message>
        <source>Takes the connected proposal at the crosshair into the annotation</source>
        <translation>Übernimmt den zusammenhängenden Vorschlag am Fadenkreuz in die Annotation</translation>
    </message>
    <message>
        <source>Accept with c&amp;hoices...</source>
        <translation>&amp;Auswählen und übernehmen...</translation>
    </message>
    <message>
        <source>A range of slices, the least confidence, and what becomes of voxels that have another label</source>
        <translation>Ein Bereich von Schichten, die geringste Konfidenz, und was aus Voxeln mit einem anderen Label wird</translation>
    </message>
    <message>
        <source>&amp;Reject this slice</source>
        <translation>Schicht ver&amp;werfen</translation>
    </message>
    <message>
        <source>Removes the visible proposals on this slice</source>
        <translation>Entfernt die sichtbaren Vorschläge dieser Schicht</translation>
    </message>
    <message>
        <source>Re&amp;ject this volume</source>
        <translation>Volumen verwer&amp;fen</translation>
    </message>
    <message>
        <source>Removes all visible proposals on this volume</source>
        <translation>Entfernt alle sichtbaren Vorschläge dieses Volumens</translation>
    </message>
    <message>
        <source>Reject the component &amp;here</source>
        <translation>Ko&amp;mponente verwerfen</translation>
    </message>
    <message>
        <source>Removes the connected proposal at the crosshair</source>
        <translation>Entfernt den zusammenhängenden Vorschlag am Fadenkreuz</translation>
    </message>
    <message>
        <source>Nothing is proposed at the crosshair</source>
        <translation>Am Fadenkreuz ist nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>Accept slice</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Open another annotator&apos;s project...</source>
        <translation>&amp;Projekt einer anderen Person öffnen...</translation>
    </message>
    <message>
        <source>Open...</source>
        <translation>Öffnen...</translation>
    </message>
    <message>
        <source>Shows how somebody else annotated the same volumes; that project is only read</source>
        <translation>Zeigt, wie jemand anderes dieselben Volumen annotiert hat; jenes Projekt wird nur gelesen</translation>
    </message>
    <message>
        <source>&amp;Close the other project</source>
        <translation>Das andere Projekt s&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ends the comparison; nothing of either project changes</source>
        <translation>Beendet den Vergleich; an keinem der Projekte ändert sich etwas</translation>
    </message>
    <message>
        <source>Co&amp;nsensus...</source>
        <translation>Ko&amp;nsens...</translation>
    </message>
    <message>
        <source>Consensus...</source>
        <translation>Konsens...</translation>
    </message>
    <message>
        <source>Makes one annotation of several annotators&apos;, as a new project</source>
        <translation>Macht aus den Annotationen mehrerer eine, als neues Projekt</translation>
    </message>
    <message>
        <source>Show the other&apos;s ou&amp;tlines</source>
        <translation>&amp;Umrisse des anderen Projekts zeigen</translation>
    </message>
    <message>
        <source>What the other annotator drew, as striped outlines</source>
        <translation>Was die andere Person gezeichnet hat, als gestreifte Umrisse</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>&amp;Disagreement map</source>
        <translation>&amp;Karte der Unterschiede</translation>
    </message>
    <message>
        <source>Colours the slice where the two differ: cyan only here, yellow only there, magenta another label</source>
        <translation>Färbt die Schicht, wo beide verschieden sind: Cyan nur hier, Gelb nur dort, Magenta ein anderes Label</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Ne&amp;xt disagreement</source>
        <translation>Nä&amp;chster Unterschied</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>The next smaller disagreement of the list, in the views</source>
        <translation>Der nächstkleinere Unterschied der Liste, in den Ansichten</translation>
    </message>
    <message>
        <source>&amp;Previous disagreement</source>
        <translation>&amp;Voriger Unterschied</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>The next larger disagreement of the list, in the views</source>
        <translation>Der nächstgrößere Unterschied der Liste, in den Ansichten</translation>
    </message>
    <message>
        <source>Keep &amp;ours</source>
        <translation>U&amp;nseres behalten</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Unseres</translation>
    </message>
    <message>
        <source>The disagreement is decided as this project has it; it is not asked about again</source>
        <translation>Der Unterschied ist so entschieden, wie dieses Projekt es hat; er wird nicht wieder vorgelegt</translation>
    </message>
    <message>
        <source>Take t&amp;heirs</source>
        <translation>D&amp;as andere übernehmen</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Das andere</translation>
    </message>
    <message>
        <source>The voxels of the disagreement become what the other annotator drew</source>
        <translation>Die Voxel des Unterschieds werden, was die andere Person gezeichnet hat</translation>
    </message>
    <message>
        <source>Make it the active &amp;label</source>
        <translation>Aktives &amp;Label geben</translation>
    </message>
    <message>
        <source>Active label</source>
        <translation>Aktives Label</translation>
    </message>
    <message>
        <source>The voxels of the disagreement become the active label, whatever the two drew</source>
        <translation>Die Voxel des Unterschieds bekommen das aktive Label, was auch immer beide gezeichnet haben</translation>
    </message>
    <message>
        <source>Make it &amp;background</source>
        <translation>Zu &amp;Hintergrund machen</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>The voxels of the disagreement get no label</source>
        <translation>Die Voxel des Unterschieds bekommen kein Label</translation>
    </message>
    <message>
        <source>Another annotator&apos;s project of the same volumes</source>
        <translation>Projekt einer anderen Person mit denselben Volumen</translation>
    </message>
    <message>
        <source>Projects (*.plb)</source>
        <translation>Projekte (*.plb)</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Show or hide the panel &quot;%1&quot;</source>
        <translation>Bereich „%1“ ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>EditName</name>
    <message>
        <source>accept {0} on {1} slice</source>
        <translation>{0} auf {1} Schicht übernehmen</translation>
    </message>
    <message>
        <source>accept {0} on {1} slices</source>
        <translation>{0} auf {1} Schichten übernehmen</translation>
    </message>
    <message>
        <source>reject {0} on {1} slice</source>
        <translation>{0} auf {1} Schicht verwerfen</translation>
    </message>
    <message>
        <source>reject {0} on {1} slices</source>
        <translation>{0} auf {1} Schichten verwerfen</translation>
    </message>
    <message>
        <source>annotate {0} on {1} slice of {2}</source>
        <translation>{0} auf {1} Schicht von {2} annotieren</translation>
    </message>
    <message>
        <source>annotate {0} on {1} slices of {2}</source>
        <translation>{0} auf {1} Schichten von {2} annotieren</translation>
    </message>
    <message>
        <source>import mask {0} into {1}</source>
        <translation>Maske {0} in {1} importieren</translation>
    </message>
    <message>
        <source>import model {0} ({1})</source>
        <translation>Modell {0} ({1}) importieren</translation>
    </message>
    <message>
        <source>import {0} volume</source>
        <translation>{0} Volumen importieren</translation>
    </message>
    <message>
        <source>import {0} volumes</source>
        <translation>{0} Volumen importieren</translation>
    </message>
    <message>
        <source>predict {0} on {1}</source>
        <translation>{0} auf {1} vorschlagen</translation>
    </message>
    <message>
        <source>relink {0} volume</source>
        <translation>{0} Volumen wiederfinden</translation>
    </message>
    <message>
        <source>relink {0} volumes</source>
        <translation>{0} Volumen wiederfinden</translation>
    </message>
    <message>
        <source>train {0} ({1}, {2} iterations)</source>
        <translation>{0} trainieren ({1}, {2} Iterationen)</translation>
    </message>
    <message>
        <source>add labels</source>
        <translation>Labels hinzufügen</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>{0} Labels</translation>
    </message>
    <message>
        <source>{0} volumes</source>
        <translation>{0} Volumen</translation>
    </message>
    <message>
        <source>import {0} label</source>
        <translation>{0} Label importieren</translation>
    </message>
    <message>
        <source>import {0} labels</source>
        <translation>{0} Labels importieren</translation>
    </message>
</context>
<context>
    <name>EditVolumeCommands</name>
    <message>
        <source>Segment</source>
        <translation>Segmentieren</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>the volume</source>
        <translation>dem Volumen</translation>
    </message>
    <message>
        <source>this slice</source>
        <translation>dieser Schicht</translation>
    </message>
    <message>
        <source>All l&amp;abels</source>
        <translation>Alle L&amp;abels</translation>
    </message>
    <message>
        <source>O&amp;ver other labels</source>
        <translation>Ü&amp;ber anderen Labels</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Um</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;Interpolate between slices</source>
        <translation>Zwischen Schichten &amp;interpolieren</translation>
    </message>
    <message>
        <source>Fills the active label between the slices on which it is drawn</source>
        <translation>Füllt das aktive Label zwischen den Schichten, auf denen es gezeichnet ist</translation>
    </message>
    <message>
        <source>Interpolate &amp;all labels between slices</source>
        <translation>&amp;Alle Labels zwischen Schichten interpolieren</translation>
    </message>
    <message>
        <source>Fills every label between the slices on which it is drawn</source>
        <translation>Füllt jedes Label zwischen den Schichten, auf denen es gezeichnet ist</translation>
    </message>
    <message>
        <source>Copy to the &amp;next slice</source>
        <translation>In die &amp;nächste Schicht kopieren</translation>
    </message>
    <message>
        <source>Copies the active label to the next slice, over background only, and goes there</source>
        <translation>Kopiert das aktive Label in die nächste Schicht, nur auf Hintergrund, und geht dorthin</translation>
    </message>
    <message>
        <source>Copy to the &amp;previous slice</source>
        <translation>In die &amp;vorige Schicht kopieren</translation>
    </message>
    <message>
        <source>Copies the active label to the previous slice, over background only, and goes there</source>
        <translation>Kopiert das aktive Label in die vorige Schicht, nur auf Hintergrund, und geht dorthin</translation>
    </message>
    <message>
        <source>Copy all labels to the next slice</source>
        <translation>Alle Labels in die nächste Schicht kopieren</translation>
    </message>
    <message>
        <source>Copies every label to the next slice, over background only, and goes there</source>
        <translation>Kopiert jedes Label in die nächste Schicht, nur auf Hintergrund, und geht dorthin</translation>
    </message>
    <message>
        <source>Copy all labels to the previous slice</source>
        <translation>Alle Labels in die vorige Schicht kopieren</translation>
    </message>
    <message>
        <source>Copies every label to the previous slice, over background only, and goes there</source>
        <translation>Kopiert jedes Label in die vorige Schicht, nur auf Hintergrund, und geht dorthin</translation>
    </message>
    <message>
        <source>&amp;Clear the label on this slice</source>
        <translation>Label auf dieser Schicht &amp;entfernen</translation>
    </message>
    <message>
        <source>Takes the active label away from the slice in the active view</source>
        <translation>Entfernt das aktive Label von der Schicht der aktiven Ansicht</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>&amp;Glätten</translation>
    </message>
    <message>
        <source>Makes the surface smoother; borders between labels stay</source>
        <translation>Glättet die Oberfläche; Grenzen zwischen Labels bleiben</translation>
    </message>
    <message>
        <source>Fill &amp;holes</source>
        <translation>&amp;Löcher füllen</translation>
    </message>
    <message>
        <source>Fills what the label encloses</source>
        <translation>Füllt, was das Label umschließt</translation>
    </message>
    <message>
        <source>&amp;Keep the largest part</source>
        <translation>&amp;Größten Teil behalten</translation>
    </message>
    <message>
        <source>Removes all but the largest connected part</source>
        <translation>Entfernt alles außer dem größten zusammenhängenden Teil</translation>
    </message>
    <message>
        <source>&amp;Remove islands</source>
        <translation>I&amp;nseln entfernen</translation>
    </message>
    <message>
        <source>Removes connected parts with fewer voxels</source>
        <translation>Entfernt zusammenhängende Teile mit weniger Voxeln</translation>
    </message>
    <message>
        <source>&amp;Smaller than</source>
        <translation>&amp;Kleiner als</translation>
    </message>
    <message>
        <source> voxels</source>
        <translation> Voxel</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>&amp;Wachsen</translation>
    </message>
    <message>
        <source>Adds what is nearer to the label than this</source>
        <translation>Fügt hinzu, was näher am Label liegt als angegeben</translation>
    </message>
    <message>
        <source>Shri&amp;nk</source>
        <translation>Schrum&amp;pfen</translation>
    </message>
    <message>
        <source>Takes away what is nearer to the border than this</source>
        <translation>Entfernt, was näher am Rand liegt als angegeben</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Takes the label away</source>
        <translation>Entfernt das Label</translation>
    </message>
    <message>
        <source>Replace by another &amp;label</source>
        <translation>Durch ein anderes &amp;Label ersetzen</translation>
    </message>
    <message>
        <source>Gives the active label&apos;s voxels to another label</source>
        <translation>Gibt die Voxel des aktiven Labels einem anderen Label</translation>
    </message>
    <message>
        <source>Com&amp;bine with another label</source>
        <translation>Mit anderem Label &amp;verknüpfen</translation>
    </message>
    <message>
        <source>Adds another label&apos;s voxels to the active one, or leaves out or keeps what is near them</source>
        <translation>Fügt dem aktiven Label die Voxel eines anderen hinzu, oder lässt weg oder behält, was in deren Nähe liegt</translation>
    </message>
    <message>
        <source>&amp;Do</source>
        <translation>&amp;Aktion</translation>
    </message>
    <message>
        <source>add its voxels</source>
        <translation>Voxel hinzufügen</translation>
    </message>
    <message>
        <source>subtract what is near</source>
        <translation>Nahes abziehen</translation>
    </message>
    <message>
        <source>keep only what is near</source>
        <translation>nur Nahes behalten</translation>
    </message>
    <message>
        <source>&amp;Near is</source>
        <translation>&amp;Nah heißt</translation>
    </message>
    <message>
        <source>Paint an intensity &amp;range</source>
        <translation>Intensitäts&amp;bereich zeichnen</translation>
    </message>
    <message>
        <source>Gives every voxel of these values to the active label</source>
        <translation>Gibt jedes Voxel mit diesen Werten dem aktiven Label</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;bis</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Label tables</source>
        <translation>Labeltabellen</translation>
    </message>
</context>
<context>
    <name>LabelPreset</name>
    <message>
        <source>Abdomen: 13 organs</source>
        <translation>Abdomen: 13 Organe</translation>
    </message>
    <message>
        <source>Abdomen: 15 organs</source>
        <translation>Abdomen: 15 Organe</translation>
    </message>
    <message>
        <source>Abdomen: four organs</source>
        <translation>Abdomen: vier Organe</translation>
    </message>
    <message>
        <source>Brain tumor</source>
        <translation>Hirntumor</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>One object</source>
        <translation>Ein Objekt</translation>
    </message>
    <message>
        <source>Organ and lesion</source>
        <translation>Organ und Läsion</translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation>Prostata</translation>
    </message>
    <message>
        <source>aorta</source>
        <translation>Aorta</translation>
    </message>
    <message>
        <source>bladder</source>
        <translation>Harnblase</translation>
    </message>
    <message>
        <source>duodenum</source>
        <translation>Zwölffingerdarm</translation>
    </message>
    <message>
        <source>edema</source>
        <translation>Ödem</translation>
    </message>
    <message>
        <source>enhancing tumor</source>
        <translation>anreichernder Tumor</translation>
    </message>
    <message>
        <source>esophagus</source>
        <translation>Speiseröhre</translation>
    </message>
    <message>
        <source>gallbladder</source>
        <translation>Gallenblase</translation>
    </message>
    <message>
        <source>ids of ACDC, short-axis cine MRI</source>
        <translation>Nummern von ACDC, Cine-MRT in kurzer Achse</translation>
    </message>
    <message>
        <source>ids of AMOS 2022</source>
        <translation>Nummern von AMOS 2022</translation>
    </message>
    <message>
        <source>ids of BTCV, Beyond the Cranial Vault</source>
        <translation>Nummern von BTCV, Beyond the Cranial Vault</translation>
    </message>
    <message>
        <source>ids of BraTS since 2023</source>
        <translation>Nummern von BraTS seit 2023</translation>
    </message>
    <message>
        <source>ids of the Medical Segmentation Decathlon</source>
        <translation>Nummern des Medical Segmentation Decathlon</translation>
    </message>
    <message>
        <source>inferior vena cava</source>
        <translation>untere Hohlvene</translation>
    </message>
    <message>
        <source>kidney</source>
        <translation>Niere</translation>
    </message>
    <message>
        <source>left adrenal gland</source>
        <translation>linke Nebenniere</translation>
    </message>
    <message>
        <source>left kidney</source>
        <translation>linke Niere</translation>
    </message>
    <message>
        <source>left lung</source>
        <translation>linke Lunge</translation>
    </message>
    <message>
        <source>left ventricle</source>
        <translation>linker Ventrikel</translation>
    </message>
    <message>
        <source>lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>myocardium</source>
        <translation>Myokard</translation>
    </message>
    <message>
        <source>necrotic core</source>
        <translation>nekrotischer Kern</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>order of the CHAOS challenge</source>
        <translation>Reihenfolge der CHAOS-Challenge</translation>
    </message>
    <message>
        <source>organ</source>
        <translation>Organ</translation>
    </message>
    <message>
        <source>pancreas</source>
        <translation>Bauchspeicheldrüse</translation>
    </message>
    <message>
        <source>peripheral zone</source>
        <translation>periphere Zone</translation>
    </message>
    <message>
        <source>portal and splenic veins</source>
        <translation>Pfortader und Milzvene</translation>
    </message>
    <message>
        <source>prostate or uterus</source>
        <translation>Prostata oder Gebärmutter</translation>
    </message>
    <message>
        <source>right adrenal gland</source>
        <translation>rechte Nebenniere</translation>
    </message>
    <message>
        <source>right kidney</source>
        <translation>rechte Niere</translation>
    </message>
    <message>
        <source>right lung</source>
        <translation>rechte Lunge</translation>
    </message>
    <message>
        <source>right ventricle</source>
        <translation>rechter Ventrikel</translation>
    </message>
    <message>
        <source>spleen</source>
        <translation>Milz</translation>
    </message>
    <message>
        <source>stomach</source>
        <translation>Magen</translation>
    </message>
    <message>
        <source>trachea</source>
        <translation>Luftröhre</translation>
    </message>
    <message>
        <source>transition zone</source>
        <translation>Transitionszone</translation>
    </message>
</context>
<context>
    <name>PlaceCommands</name>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>The next volume is being read</source>
        <translation>Das nächste Volumen wird gelesen</translation>
    </message>
</context>
<context>
    <name>ProposalCommands</name>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>&amp;Live proposals</source>
        <translation>&amp;Laufend vorschlagen</translation>
    </message>
    <message>
        <source>Propose again whenever a support changes</source>
        <translation>Schlägt neu vor, sobald sich ein Beispiel ändert</translation>
    </message>
    <message>
        <source>Propose on this &amp;volume</source>
        <translation>&amp;Volumen vorschlagen</translation>
    </message>
    <message>
        <source>The model proposes every label that has a support, on this volume</source>
        <translation>Das Modell schlägt auf diesem Volumen jedes Label vor, das ein Beispiel hat</translation>
    </message>
    <message>
        <source>Propose on &amp;all volumes</source>
        <translation>&amp;Alle Volumen vorschlagen</translation>
    </message>
    <message>
        <source>The model proposes every label that has a support, on all volumes</source>
        <translation>Das Modell schlägt auf allen Volumen jedes Label vor, das ein Beispiel hat</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>&amp;Next slice to review</source>
        <translation>&amp;Nächste prüfen</translation>
    </message>
    <message>
        <source>The next slice of the review list, over all volumes; the most useful first</source>
        <translation>Die nächste Schicht der Prüfliste, über alle Volumen; die nützlichste zuerst</translation>
    </message>
    <message>
        <source>&amp;Previous slice to review</source>
        <translation>Vo&amp;rige prüfen</translation>
    </message>
    <message>
        <source>&amp;Flag this slice</source>
        <translation>Schicht &amp;vormerken</translation>
    </message>
    <message>
        <source>Marks the slice as one that somebody has to look at, or takes the mark back</source>
        <translation>Merkt die Schicht vor, damit jemand sie ansieht, oder nimmt das zurück</translation>
    </message>
    <message>
        <source>A&amp;gree with this slice</source>
        <translation>Schicht &amp;bestätigen</translation>
    </message>
    <message>
        <source>A second reader confirms what is annotated here, and goes on</source>
        <translation>Eine zweite Person bestätigt, was hier annotiert ist, und geht weiter</translation>
    </message>
    <message>
        <source>Suggest the next slice to &amp;draw</source>
        <translation>Nächste zu &amp;zeichnende Schicht</translation>
    </message>
    <message>
        <source>No slice waits for a review</source>
        <translation>Keine Schicht wartet auf eine Prüfung</translation>
    </message>
    <message>
        <source>Flag slice %1</source>
        <translation>Schicht %1 vormerken</translation>
    </message>
    <message>
        <source>No flag on slice %1</source>
        <translation>Schicht %1 nicht mehr vormerken</translation>
    </message>
    <message>
        <source>Slice %1 is flagged</source>
        <translation>Schicht %1 ist vorgemerkt</translation>
    </message>
    <message>
        <source>Slice %1 is no longer flagged</source>
        <translation>Schicht %1 ist nicht mehr vorgemerkt</translation>
    </message>
    <message>
        <source>Agree with slice %1</source>
        <translation>Schicht %1 bestätigen</translation>
    </message>
    <message>
        <source>Slice %1 is confirmed</source>
        <translation>Schicht %1 ist bestätigt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Goes where drawing the active label on this volume would help its proposals most</source>
        <translation>Geht dorthin, wo das Zeichnen des aktiven Labels den Vorschlägen auf diesem Volumen am meisten hilft</translation>
    </message>
    <message>
        <source>Suggest a slice of %1</source>
        <translation>Eine Schicht von %1 vorschlagen</translation>
    </message>
    <message>
        <source>%1 is drawn on all slices</source>
        <translation>%1 ist auf allen Schichten gezeichnet</translation>
    </message>
    <message>
        <source>Draw %1 on slice %2 of %3 and press M: that helps the proposals most; M on a slice without it says so</source>
        <translation>%1 auf Schicht %2 von %3 zeichnen und M drücken: das hilft den Vorschlägen am meisten; M auf einer Schicht ohne das Label hält fest, dass es dort fehlt</translation>
    </message>
    <message>
        <source>Back to the slice reviewed before, also where it is accepted or rejected meanwhile</source>
        <translation>Zurück zur davor geprüften Schicht, auch wenn sie inzwischen übernommen oder verworfen ist</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>bench</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>interpolate</source>
        <translation>Interpolieren</translation>
    </message>
    <message>
        <source>make volumes</source>
        <translation>Volumen erzeugen</translation>
    </message>
    <message>
        <source>pack</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>supervoxels</source>
        <translation>Supervoxel</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>tune</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>zeichnen</translation>
    </message>
    <message>
        <source>finished volumes</source>
        <translation>fertige Volumen</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>consensus</source>
        <translation>Konsens</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>Stimmen</translation>
    </message>
</context>
<context>
    <name>SupportCommands</name>
    <message>
        <source>Slice as &amp;support</source>
        <translation>Schicht als &amp;Beispiel</translation>
    </message>
    <message>
        <source>The model learns the active label from this slice, or no longer; draw the label completely first</source>
        <translation>Das Modell lernt das aktive Label von dieser Schicht, oder nicht mehr; das Label vorher vollständig zeichnen</translation>
    </message>
    <message>
        <source>Support %1 on slice %2</source>
        <translation>Beispiel %1 auf Schicht %2</translation>
    </message>
    <message>
        <source>Slice %1 is a support of %2 now</source>
        <translation>Schicht %1 ist jetzt ein Beispiel für %2</translation>
    </message>
    <message>
        <source>No support %1 on slice %2</source>
        <translation>Kein Beispiel %1 auf Schicht %2</translation>
    </message>
    <message>
        <source>Slice %1 is no longer a support of %2</source>
        <translation>Schicht %1 ist kein Beispiel für %2 mehr</translation>
    </message>
    <message>
        <source>Nothing of it is drawn there.</source>
        <translation>Dort ist nichts davon gezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s) are only proposed.</source>
        <translation>
            <numerusform>%n Pixel ist nur vorgeschlagen.</numerusform>
            <numerusform>%n Pixel sind nur vorgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was accepted from proposals and not corrected.</source>
        <translation>Es wurde aus Vorschlägen übernommen und nicht korrigiert.</translation>
    </message>
    <message>
        <source>A label on the slice is locked.</source>
        <translation>Ein Label auf der Schicht ist gesperrt.</translation>
    </message>
    <message>
        <source>Slice as support</source>
        <translation>Schicht als Beispiel</translation>
    </message>
    <message>
        <source>Is %1 drawn completely on slice %2?</source>
        <translation>Ist %1 auf Schicht %2 vollständig gezeichnet?</translation>
    </message>
    <message>
        <source>The model takes everything else on a support for something else.</source>
        <translation>Alles Übrige auf einem Beispiel hält das Modell für etwas anderes.</translation>
    </message>
    <message>
        <source>&amp;Use it as it is</source>
        <translation>&amp;Unverändert verwenden</translation>
    </message>
    <message>
        <source>&amp;Accept the proposal and use it</source>
        <translation>Vorschlag &amp;übernehmen und verwenden</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Next slice</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>One slice up</source>
        <translation>Eine Schicht nach oben</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>One slice down</source>
        <translation>Eine Schicht nach unten</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Zehn Schichten weiter</translation>
    </message>
    <message>
        <source>Ten slices up</source>
        <translation>Zehn Schichten nach oben</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Zehn Schichten zurück</translation>
    </message>
    <message>
        <source>Ten slices down</source>
        <translation>Zehn Schichten nach unten</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Erste Schicht</translation>
    </message>
    <message>
        <source>The lowest slice of the active view</source>
        <translation>Die unterste Schicht der aktiven Ansicht</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>The highest slice of the active view</source>
        <translation>Die oberste Schicht der aktiven Ansicht</translation>
    </message>
    <message>
        <source>&amp;Fit to the views</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>The whole slice in each view</source>
        <translation>Die ganze Schicht in jeder Ansicht</translation>
    </message>
    <message>
        <source>&amp;Automatic window</source>
        <translation>&amp;Automatische Fensterung</translation>
    </message>
    <message>
        <source>Grey values from the image&apos;s own distribution</source>
        <translation>Grauwerte nach der Verteilung im Bild selbst</translation>
    </message>
    <message>
        <source>Labels more transparent</source>
        <translation>Labels durchsichtiger</translation>
    </message>
    <message>
        <source>Less opacity of the labels</source>
        <translation>Geringere Deckkraft der Labels</translation>
    </message>
    <message>
        <source>Labels more opaque</source>
        <translation>Labels deckender</translation>
    </message>
    <message>
        <source>More opacity of the labels</source>
        <translation>Höhere Deckkraft der Labels</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>&amp;Outlines only</source>
        <translation>Nur &amp;Umrisse</translation>
    </message>
    <message>
        <source>Labels as outlines, or filled</source>
        <translation>Labels als Umrisse oder gefüllt</translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation>&amp;Labels zeigen</translation>
    </message>
    <message>
        <source>Show or hide all labels; hold S to hide them for a moment</source>
        <translation>Alle Labels ein- oder ausblenden; S gedrückt halten blendet sie kurz aus</translation>
    </message>
    <message>
        <source>Show &amp;proposals</source>
        <translation>&amp;Vorschläge zeigen</translation>
    </message>
    <message>
        <source>Show or hide what the model proposes</source>
        <translation>Ein- oder ausblenden, was das Modell vorschlägt</translation>
    </message>
    <message>
        <source>Show &amp;crosshair</source>
        <translation>&amp;Fadenkreuz zeigen</translation>
    </message>
    <message>
        <source>The common position in every view</source>
        <translation>Die gemeinsame Position in jeder Ansicht</translation>
    </message>
    <message>
        <source>&amp;Smooth pixels</source>
        <translation>Pixel &amp;glätten</translation>
    </message>
    <message>
        <source>Linear display between voxels; otherwise every voxel is seen</source>
        <translation>Lineare Darstellung zwischen den Voxeln; sonst ist jedes Voxel zu sehen</translation>
    </message>
    <message>
        <source>&amp;Four views</source>
        <translation>&amp;Vier Ansichten</translation>
    </message>
    <message>
        <source>Three slices and the surfaces</source>
        <translation>Drei Schichten und die Oberflächen</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>Three slices in a row</source>
        <translation>Drei Schichten in einer Reihe</translation>
    </message>
    <message>
        <source>&amp;One large view</source>
        <translation>Eine große A&amp;nsicht</translation>
    </message>
    <message>
        <source>Only the active view</source>
        <translation>Nur die aktive Ansicht</translation>
    </message>
    <message>
        <source>&amp;Enlarge the active view</source>
        <translation>Aktive Ansicht ver&amp;größern</translation>
    </message>
    <message>
        <source>One large view, and back</source>
        <translation>Eine große Ansicht, und zurück</translation>
    </message>
    <message>
        <source>Copy the &amp;picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>All views as they are, to the clipboard</source>
        <translation>Alle Ansichten, wie sie sind, in die Zwischenablage</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>Das Bild ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Sa&amp;ve the picture...</source>
        <translation>Bild &amp;speichern...</translation>
    </message>
    <message>
        <source>All views as they are, to a file</source>
        <translation>Alle Ansichten, wie sie sind, in eine Datei</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Bilder (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written; check the folder and your rights</source>
        <translation>%1 kann nicht geschrieben werden; Ordner und Rechte prüfen</translation>
    </message>
</context>
<context>
    <name>accept.hidden</name>
    <message>
        <source>all labels are hidden; show those that you want to accept</source>
        <translation>alle Labels sind ausgeblendet; die zu übernehmenden zeigen</translation>
    </message>
</context>
<context>
    <name>accept.none</name>
    <message>
        <source>there is no proposal to accept; make some with: predict</source>
        <translation>es gibt keinen Vorschlag zum Übernehmen; Vorschläge erzeugen mit: predict</translation>
    </message>
</context>
<context>
    <name>annotate.support</name>
    <message>
        <source>{0} shows nothing of {1} on the slices {2}, and a support must show it; choose other slices, or leave out --support</source>
        <translation>{0} zeigt nichts von {1} auf den Schichten {2}, ein Beispiel muss es aber zeigen; andere Schichten wählen oder --support weglassen</translation>
    </message>
</context>
<context>
    <name>cancelled</name>
    <message>
        <source>stopped on request; everything finished before is kept</source>
        <translation>auf Wunsch angehalten; alles vorher Fertige bleibt</translation>
    </message>
</context>
<context>
    <name>checkpoint.damaged</name>
    <message>
        <source>the checkpoint is damaged ({0}); start without resuming</source>
        <translation>der Zwischenstand ist beschädigt ({0}); ohne Fortsetzen beginnen</translation>
    </message>
    <message>
        <source>{0} is damaged; train without --resume</source>
        <translation>{0} ist beschädigt; ohne --resume trainieren</translation>
    </message>
</context>
<context>
    <name>checkpoint.other</name>
    <message>
        <source>the checkpoint belongs to a pretraining with another encoder or seed; start without resuming</source>
        <translation>der Zwischenstand gehört zu einem Vortraining mit anderem Encoder oder Startwert; ohne Fortsetzen beginnen</translation>
    </message>
    <message>
        <source>the checkpoint belongs to a training with other volumes, options or seed; start without resuming</source>
        <translation>der Zwischenstand gehört zu einem Training mit anderen Volumen, Optionen oder Startwert; ohne Fortsetzen beginnen</translation>
    </message>
</context>
<context>
    <name>coder.short</name>
    <message>
        <source>compressed data end too early; get the file again</source>
        <translation>komprimierte Daten enden zu früh; die Datei neu beschaffen</translation>
    </message>
</context>
<context>
    <name>comment.empty</name>
    <message>
        <source>a comment says nothing; write a text</source>
        <translation>ein Kommentar sagt nichts; einen Text schreiben</translation>
    </message>
</context>
<context>
    <name>compare.choose</name>
    <message>
        <source>no disagreement is chosen; choose one in the list of the panel Compare</source>
        <translation>kein Unterschied ist gewählt; einen in der Liste des Bereichs Vergleichen wählen</translation>
    </message>
</context>
<context>
    <name>compare.content</name>
    <message>
        <source>{0}: the image in {1} has another content; compared because name and grid agree</source>
        <translation>{0}: das Bild in {1} hat einen anderen Inhalt; verglichen, weil Name und Gitter übereinstimmen</translation>
    </message>
</context>
<context>
    <name>compare.empty</name>
    <message>
        <source>no volume is annotated in all of {0}; draw or import masks first, or choose others</source>
        <translation>kein Volumen ist in allen von {0} annotiert; zuerst zeichnen oder Masken importieren, oder andere wählen</translation>
    </message>
</context>
<context>
    <name>compare.few</name>
    <message>
        <source>there is only one project; name another one of the same volumes to compare with</source>
        <translation>es gibt nur ein Projekt; zum Vergleich ein weiteres mit denselben Volumen angeben</translation>
    </message>
</context>
<context>
    <name>compare.grid</name>
    <message>
        <source>{0}: left out, the image in {1} has another grid ({2})</source>
        <translation>{0}: ausgelassen, das Bild in {1} hat ein anderes Gitter ({2})</translation>
    </message>
</context>
<context>
    <name>compare.label</name>
    <message>
        <source>label {0}: {1} is called {2} in {3}; taken for the same because the numbers agree</source>
        <translation>Label {0}: {1} heißt in {3} {2}; für dasselbe gehalten, weil die Nummern übereinstimmen</translation>
    </message>
</context>
<context>
    <name>compare.labels</name>
    <message>
        <source>{0} have no label in common; give the same names to what means the same</source>
        <translation>{0} haben kein Label gemeinsam; gleich benennen, was dasselbe bedeutet</translation>
    </message>
</context>
<context>
    <name>compare.labels_not_in</name>
    <message>
        <source>labels left out, not in {0}: {1}</source>
        <translation>ausgelassene Labels, nicht in {0}: {1}</translation>
    </message>
</context>
<context>
    <name>compare.labels_only_in</name>
    <message>
        <source>labels left out, only in {0}: {1}</source>
        <translation>ausgelassene Labels, nur in {0}: {1}</translation>
    </message>
</context>
<context>
    <name>compare.not_annotated</name>
    <message>
        <source>{0}: left out, nothing is annotated in {1}</source>
        <translation>{0}: ausgelassen, in {1} ist nichts annotiert</translation>
    </message>
</context>
<context>
    <name>compare.not_in</name>
    <message>
        <source>not in {0}: {1}</source>
        <translation>nicht in {0}: {1}</translation>
    </message>
</context>
<context>
    <name>compare.nothing</name>
    <message>
        <source>there is nothing to compare models on: draw or accept slices beside the supports first</source>
        <translation>es gibt nichts, woran Modelle sich vergleichen ließen: erst Schichten neben den Beispielen zeichnen oder übernehmen</translation>
    </message>
</context>
<context>
    <name>compare.same</name>
    <message>
        <source>{0} is named twice; an annotation cannot be compared with itself, name another project</source>
        <translation>{0} ist zweimal genannt; eine Annotation kann nicht mit sich selbst verglichen werden, ein anderes Projekt angeben</translation>
    </message>
    <message>
        <source>both are the model {0}; name another one to compare it with</source>
        <translation>beide sind das Modell {0}; ein anderes angeben, mit dem es verglichen werden soll</translation>
    </message>
</context>
<context>
    <name>compare.skipped</name>
    <message>
        <source>{0} has nothing on slices that others annotated; they count as empty there ({1})</source>
        <translation>{0} hat nichts auf Schichten, die andere annotiert haben; sie gelten dort als leer ({1})</translation>
    </message>
</context>
<context>
    <name>compare.staple</name>
    <message>
        <source>STAPLE still changed after {0} steps, as it may where two annotators alone cannot tell who is right: take the majority, or add another annotator</source>
        <translation>STAPLE änderte sich nach {0} Schritten noch, was vorkommt, wo zwei Personen allein nicht erkennen lassen, wer recht hat: die Mehrheit nehmen oder eine weitere Person hinzufügen</translation>
    </message>
</context>
<context>
    <name>compare.volumes</name>
    <message>
        <source>{0} have no volume in common, neither the same image nor the same name on the same grid{1}; choose projects of the same volumes</source>
        <translation>{0} haben kein Volumen gemeinsam, weder dasselbe Bild noch denselben Namen auf demselben Gitter{1}; Projekte mit denselben Volumen wählen</translation>
    </message>
</context>
<context>
    <name>device.lost</name>
    <message>
        <source>the GPU failed ({0}); try again, or with --device cpu</source>
        <translation>die Grafikkarte ist ausgefallen ({0}); noch einmal versuchen, oder mit --device cpu</translation>
    </message>
</context>
<context>
    <name>device.memory</name>
    <message>
        <source>the memory does not suffice for this; choose a smaller encoder or close other programs</source>
        <translation>der Speicher reicht dafür nicht; einen kleineren Encoder wählen oder andere Programme schließen</translation>
    </message>
    <message>
        <source>there is not enough memory to segment even one slice; close other programs</source>
        <translation>der Speicher reicht nicht einmal für eine Schicht; andere Programme schließen</translation>
    </message>
</context>
<context>
    <name>device.unknown</name>
    <message>
        <source>there is no device &quot;{0}&quot; here; choose auto or one of: {1}</source>
        <translation>hier gibt es kein Gerät „{0}“; auto wählen oder eines von: {1}</translation>
    </message>
</context>
<context>
    <name>edit.brush</name>
    <message>
        <source>Brush {0}</source>
        <translation>{0} pinseln</translation>
    </message>
</context>
<context>
    <name>edit.copy</name>
    <message>
        <source>there is no slice beyond this one</source>
        <translation>hinter dieser Schicht kommt keine weitere</translation>
    </message>
</context>
<context>
    <name>edit.erase</name>
    <message>
        <source>Erase {0}</source>
        <translation>{0} radieren</translation>
    </message>
</context>
<context>
    <name>edit.fill</name>
    <message>
        <source>Fill {0}</source>
        <translation>{0} füllen</translation>
    </message>
</context>
<context>
    <name>edit.fill.erase</name>
    <message>
        <source>Erase region of {0}</source>
        <translation>Region von {0} entfernen</translation>
    </message>
</context>
<context>
    <name>edit.label</name>
    <message>
        <source>no label is chosen; choose one in the table of labels</source>
        <translation>kein Label ist gewählt; eines in der Labeltabelle wählen</translation>
    </message>
</context>
<context>
    <name>edit.labels</name>
    <message>
        <source>every label is locked; unlock those to change</source>
        <translation>alle Labels sind gesperrt; die zu ändernden entsperren</translation>
    </message>
</context>
<context>
    <name>edit.labels.one</name>
    <message>
        <source>this needs another label; add one first</source>
        <translation>dafür ist ein anderes Label nötig; erst eines hinzufügen</translation>
    </message>
</context>
<context>
    <name>edit.outline</name>
    <message>
        <source>Outline {0}</source>
        <translation>{0} umranden</translation>
    </message>
</context>
<context>
    <name>edit.outline.erase</name>
    <message>
        <source>Erase inside outline, {0}</source>
        <translation>Im Umriss radieren, {0}</translation>
    </message>
</context>
<context>
    <name>edit.project</name>
    <message>
        <source>no project is open</source>
        <translation>kein Projekt ist geöffnet</translation>
    </message>
</context>
<context>
    <name>edit.range</name>
    <message>
        <source>there is no image to read the intensity range from; open the volume first</source>
        <translation>es gibt kein Bild, aus dem der Intensitätsbereich gelesen werden kann; erst das Volumen öffnen</translation>
    </message>
</context>
<context>
    <name>edit.reach</name>
    <message>
        <source>the next voxel is {0} mm away: {1} mm changes nothing; enter at least {0} mm</source>
        <translation>das nächste Voxel ist {0} mm entfernt: {1} mm ändern nichts; mindestens {0} mm eingeben</translation>
    </message>
</context>
<context>
    <name>edit.readonly</name>
    <message>
        <source>this project is open for reading only; nothing can be changed</source>
        <translation>dieses Projekt ist nur zum Lesen geöffnet; nichts kann geändert werden</translation>
    </message>
</context>
<context>
    <name>edit.volume</name>
    <message>
        <source>no volume is open; choose one in the list of volumes</source>
        <translation>kein Volumen ist geöffnet; eines in der Liste der Volumen wählen</translation>
    </message>
</context>
<context>
    <name>effort.volumes</name>
    <message>
        <source>{0} volumes cannot be divided into {1} parts; choose fewer with --parts</source>
        <translation>{0} Volumen lassen sich nicht in {1} Teile teilen; weniger mit --parts wählen</translation>
    </message>
</context>
<context>
    <name>engine.blob</name>
    <message>
        <source>&quot;{0}&quot; names no data; start the job again</source>
        <translation>„{0}“ bezeichnet keine Daten; die Aufgabe neu starten</translation>
    </message>
    <message>
        <source>data {0} arrived incomplete; start the job again</source>
        <translation>die Daten {0} kamen unvollständig an; die Aufgabe neu starten</translation>
    </message>
    <message>
        <source>data {0} was damaged on its way; start the job again</source>
        <translation>die Daten {0} wurden unterwegs beschädigt; die Aufgabe neu starten</translation>
    </message>
    <message>
        <source>the worker asked for data that this job does not have ({0}); start it again</source>
        <translation>der Rechenprozess verlangte Daten, die diese Aufgabe nicht hat ({0}); sie neu starten</translation>
    </message>
    <message>
        <source>the worker does not have data {0}; start the job again</source>
        <translation>der Rechenprozess hat die Daten {0} nicht; die Aufgabe neu starten</translation>
    </message>
    <message>
        <source>the worker&apos;s answer came without its data {0}; start the job again</source>
        <translation>die Antwort des Rechenprozesses kam ohne ihre Daten {0}; die Aufgabe neu starten</translation>
    </message>
    <message>
        <source>there is no data {0}; start the job again</source>
        <translation>es gibt keine Daten {0}; die Aufgabe neu starten</translation>
    </message>
</context>
<context>
    <name>engine.frame</name>
    <message>
        <source>a message of {0} bytes is too large for the worker; ask for fewer slices at once</source>
        <translation>eine Nachricht von {0} Byte ist für den Rechenprozess zu groß; weniger Schichten auf einmal verlangen</translation>
    </message>
    <message>
        <source>the connection between program and worker carried bytes that are no message; check that the worker&apos;s command prints nothing of its own</source>
        <translation>zwischen Programm und Rechenprozess kamen Bytes an, die keine Nachricht sind; prüfen, dass der Befehl des Rechenprozesses selbst nichts ausgibt</translation>
    </message>
    <message>
        <source>the connection between program and worker carried bytes that are no message; start the job again</source>
        <translation>zwischen Programm und Rechenprozess kamen Bytes an, die keine Nachricht sind; die Aufgabe neu starten</translation>
    </message>
    <message>
        <source>the last message is cut short</source>
        <translation>die letzte Nachricht ist abgeschnitten</translation>
    </message>
    <message>
        <source>the worker&apos;s connection announced a message of {0} bytes; start the job again</source>
        <translation>die Verbindung zum Rechenprozess kündigte eine Nachricht von {0} Byte an; die Aufgabe neu starten</translation>
    </message>
</context>
<context>
    <name>engine.kind</name>
    <message>
        <source>the worker cannot do &quot;{0}&quot;; install program and worker from the same version</source>
        <translation>der Rechenprozess kann „{0}“ nicht; Programm und Rechenprozess in derselben Version installieren</translation>
    </message>
</context>
<context>
    <name>engine.message</name>
    <message>
        <source>&quot;{0}&quot; in a message between program and worker is not {1}; install both from the same version</source>
        <translation>„{0}“ in einer Nachricht zwischen Programm und Rechenprozess ist nicht {1}; beide in derselben Version installieren</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no message from a worker</source>
        <translation>„{0}“ ist keine Nachricht eines Rechenprozesses</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no message to a worker</source>
        <translation>„{0}“ ist keine Nachricht an einen Rechenprozess</translation>
    </message>
    <message>
        <source>a message between program and worker lacks &quot;{0}&quot;; install both from the same version</source>
        <translation>einer Nachricht zwischen Programm und Rechenprozess fehlt „{0}“; beide in derselben Version installieren</translation>
    </message>
    <message>
        <source>it did not begin with hello</source>
        <translation>sie begann nicht mit hello</translation>
    </message>
    <message>
        <source>request {0} was sent twice; start the job again</source>
        <translation>die Anfrage {0} wurde zweimal gesendet; die Aufgabe neu starten</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no way to score the background; use prototype, threshold or cells</source>
        <translation>„{0}“ ist keine Art, den Hintergrund zu bewerten; prototype, threshold oder cells verwenden</translation>
    </message>
</context>
<context>
    <name>evaluate.classes</name>
    <message>
        <source>no volume has label {0}; there are {1}</source>
        <translation>kein Volumen hat das Label {0}; es gibt {1}</translation>
    </message>
</context>
<context>
    <name>evaluate.labels</name>
    <message>
        <source>no file in {0} has a label; give the folder of the right labels</source>
        <translation>keine Datei in {0} hat ein Label; den Ordner der richtigen Labels angeben</translation>
    </message>
</context>
<context>
    <name>evaluate.pairs</name>
    <message>
        <source>{0} and {1} have the same number {2}; keep one of them in the folder</source>
        <translation>{0} und {1} haben dieselbe Nummer {2}; nur eines davon im Ordner lassen</translation>
    </message>
    <message>
        <source>{0} has no file with a number in its name; name images like image_1.nii.gz</source>
        <translation>{0} enthält keine Datei mit einer Nummer im Namen; Bilder wie image_1.nii.gz benennen</translation>
    </message>
    <message>
        <source>{0} has no partner of number {1} in {2}; files are paired by the last number in their names</source>
        <translation>{0} hat kein Gegenstück mit Nummer {1} in {2}; Dateien werden nach der letzten Nummer im Namen gepaart</translation>
    </message>
</context>
<context>
    <name>evaluate.request</name>
    <message>
        <source>the evaluation cannot be run: {0}</source>
        <translation>die Auswertung kann nicht laufen: {0}</translation>
    </message>
</context>
<context>
    <name>evaluate.support</name>
    <message>
        <source>{0} does not show label {1}; take another support volume</source>
        <translation>{0} zeigt das Label {1} nicht; ein anderes Beispielvolumen nehmen</translation>
    </message>
</context>
<context>
    <name>export.changed</name>
    <message>
        <source>a label was added while the project was exported; export it again</source>
        <translation>ein Label kam hinzu, während das Projekt exportiert wurde; noch einmal exportieren</translation>
    </message>
</context>
<context>
    <name>export.source</name>
    <message>
        <source>{0} is an image of the project and is not replaced; choose another folder</source>
        <translation>{0} ist ein Bild des Projekts und wird nicht ersetzt; einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>{0} is an input and is not replaced; choose another --out</source>
        <translation>{0} ist eine Eingabe und wird nicht ersetzt; ein anderes --out wählen</translation>
    </message>
    <message>
        <source>{0} is the image and is not replaced; choose another name for the supervoxels</source>
        <translation>{0} ist das Bild und wird nicht ersetzt; einen anderen Namen für die Supervoxel wählen</translation>
    </message>
</context>
<context>
    <name>export.verify</name>
    <message>
        <source>{0} was not written: it cannot be read back ({1}); check the disk and export again</source>
        <translation>{0} wurde nicht geschrieben: es lässt sich nicht zurücklesen ({1}); den Datenträger prüfen und neu exportieren</translation>
    </message>
    <message>
        <source>{0} was not written: reading it back gave another {1}; check the disk and export again</source>
        <translation>{0} wurde nicht geschrieben: das Zurücklesen ergab etwas anderes: {1}; den Datenträger prüfen und neu exportieren</translation>
    </message>
</context>
<context>
    <name>export.what</name>
    <message>
        <source>nnU-Net takes one label map per case; export either the annotation or the proposals</source>
        <translation>nnU-Net nimmt eine Labelkarte je Fall; entweder die Annotation oder die Vorschläge exportieren</translation>
    </message>
</context>
<context>
    <name>export.write</name>
    <message>
        <source>{0} cannot be written: its name must end in {1}</source>
        <translation>{0} kann nicht geschrieben werden: der Name muss auf {1} enden</translation>
    </message>
    <message>
        <source>{0} cannot be written: the label map holds {1} voxels, its grid {2}</source>
        <translation>{0} kann nicht geschrieben werden: die Labelkarte hat {1} Voxel, ihr Gitter {2}</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>{0}: {1}; check the name and your rights</source>
        <translation>{0}: {1}; Namen und Rechte prüfen</translation>
    </message>
</context>
<context>
    <name>file.exists</name>
    <message>
        <source>{0} is there already; replace with --force, or choose another name</source>
        <translation>{0} gibt es schon; mit --force ersetzen oder einen anderen Namen wählen</translation>
    </message>
</context>
<context>
    <name>file.folder</name>
    <message>
        <source>{0} is a file, not a folder; choose another name</source>
        <translation>{0} ist eine Datei, kein Ordner; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>{0} is a folder, not a file; give the name of a file in it</source>
        <translation>{0} ist ein Ordner, keine Datei; den Namen einer Datei darin angeben</translation>
    </message>
</context>
<context>
    <name>file.kind</name>
    <message>
        <source>{0} is a project or an image, which is not replaced; choose another name</source>
        <translation>{0} ist ein Projekt oder ein Bild und wird nicht ersetzt; wählen Sie einen anderen Namen</translation>
    </message>
</context>
<context>
    <name>file.missing</name>
    <message>
        <source>there is no file {0}; check the name</source>
        <translation>die Datei {0} gibt es nicht; den Namen prüfen</translation>
    </message>
    <message>
        <source>there is no folder {0} that can be read; check the name</source>
        <translation>es gibt keinen lesbaren Ordner {0}; den Namen prüfen</translation>
    </message>
</context>
<context>
    <name>file.unreadable</name>
    <message>
        <source>{0} cannot be read; check that it is a file you may read</source>
        <translation>{0} kann nicht gelesen werden; prüfen, ob es eine Datei mit Leserecht ist</translation>
    </message>
</context>
<context>
    <name>file.write</name>
    <message>
        <source>{0} cannot be written: {1}; choose another folder</source>
        <translation>{0} kann nicht geschrieben werden: {1}; einen anderen Ordner wählen</translation>
    </message>
</context>
<context>
    <name>folds.few</name>
    <message>
        <source>{0} volumes cannot be split into {1} folds; give at least {1}</source>
        <translation>{0} Volumen lassen sich nicht in {1} Folds teilen; mindestens {1} angeben</translation>
    </message>
</context>
<context>
    <name>folds.number</name>
    <message>
        <source>there is no fold {0}; choose 0 to {1}</source>
        <translation>es gibt keinen Fold {0}; 0 bis {1} wählen</translation>
    </message>
</context>
<context>
    <name>image.format</name>
    <message>
        <source>{0} cannot be decoded ({1}); export it again uncompressed</source>
        <translation>{0} kann nicht dekodiert werden ({1}); unkomprimiert neu exportieren</translation>
    </message>
    <message>
        <source>{0} has a damaged NIfTI header; copy it again from its source</source>
        <translation>{0} hat einen beschädigten NIfTI-Kopf; neu von der Quelle kopieren</translation>
    </message>
    <message>
        <source>{0} has a damaged or unsupported header; save it again, best as NIfTI</source>
        <translation>{0} hat einen beschädigten oder nicht unterstützten Kopf; neu speichern, am besten als NIfTI</translation>
    </message>
    <message>
        <source>{0} has damaged or unsupported pixel data; export it again uncompressed</source>
        <translation>{0} hat beschädigte oder nicht unterstützte Pixeldaten; unkomprimiert neu exportieren</translation>
    </message>
    <message>
        <source>{0} holds no DICOM image; choose the folder of an image series</source>
        <translation>{0} enthält kein DICOM-Bild; den Ordner einer Bildserie wählen</translation>
    </message>
    <message>
        <source>{0} is no NIfTI image; choose a NIfTI, NRRD, MetaImage or DICOM file</source>
        <translation>{0} ist kein NIfTI-Bild; eine Datei von NIfTI, NRRD, MetaImage oder DICOM wählen</translation>
    </message>
    <message>
        <source>{0} is no NRRD or MetaImage file; choose a NIfTI, NRRD, MetaImage or DICOM file</source>
        <translation>{0} ist keine NRRD- oder MetaImage-Datei; eine Datei von NIfTI, NRRD, MetaImage oder DICOM wählen</translation>
    </message>
    <message>
        <source>{0} is no image; choose a NIfTI, NRRD, MetaImage or DICOM file</source>
        <translation>{0} ist kein Bild; eine Datei von NIfTI, NRRD, MetaImage oder DICOM wählen</translation>
    </message>
</context>
<context>
    <name>image.missing</name>
    <message>
        <source>the .hdr file that belongs to {0} is missing; put both files side by side</source>
        <translation>die .hdr-Datei zu {0} fehlt; beide Dateien nebeneinander legen</translation>
    </message>
    <message>
        <source>the .img file that belongs to {0} is missing or its header is damaged; put both files side by side</source>
        <translation>die .img-Datei zu {0} fehlt oder ihr Kopf ist beschädigt; beide Dateien nebeneinander legen</translation>
    </message>
    <message>
        <source>the file {0} with the voxels of {1} is missing; put both side by side</source>
        <translation>die Datei {0} mit den Voxeln von {1} fehlt; beide nebeneinander legen</translation>
    </message>
    <message>
        <source>{0} does not exist; check the path</source>
        <translation>{0} gibt es nicht; den Pfad prüfen</translation>
    </message>
    <message>
        <source>{0} no longer holds the DICOM series {1}; put its files back</source>
        <translation>{0} enthält die DICOM-Serie {1} nicht mehr; ihre Dateien zurücklegen</translation>
    </message>
</context>
<context>
    <name>image.none</name>
    <message>
        <source>{0} holds no image; choose a folder of NIfTI, NRRD, MetaImage or DICOM files</source>
        <translation>{0} enthält kein Bild; einen Ordner mit Dateien von NIfTI, NRRD, MetaImage oder DICOM wählen</translation>
    </message>
</context>
<context>
    <name>image.size</name>
    <message>
        <source>{0} does not fit into this computer&apos;s memory; crop it or use another computer</source>
        <translation>{0} passt nicht in den Speicher dieses Rechners; zuschneiden oder einen anderen Rechner nehmen</translation>
    </message>
    <message>
        <source>{0} has {1} frames and no frame {2}</source>
        <translation>{0} hat {1} Zeitpunkte und keinen Zeitpunkt {2}</translation>
    </message>
    <message>
        <source>{0} says it has {1} dimensions; its header is damaged</source>
        <translation>{0} nennt {1} Dimensionen; der Kopf ist beschädigt</translation>
    </message>
    <message>
        <source>{0} says it has {1} voxels, more than this computer&apos;s memory; crop it or use another computer</source>
        <translation>{0} nennt {1} Voxel, mehr als der Speicher dieses Rechners; zuschneiden oder einen anderen Rechner nehmen</translation>
    </message>
    <message>
        <source>{0} says it has {1} voxels; sides must be 1 to 65535, so its header is damaged</source>
        <translation>{0} nennt {1} Voxel; Seiten müssen 1 bis 65535 lang sein, also ist der Kopf beschädigt</translation>
    </message>
</context>
<context>
    <name>image.truncated</name>
    <message>
        <source>{0} does not hold the pixels its header promises; copy it again from its source</source>
        <translation>{0} enthält nicht die Pixel, die der Kopf verspricht; neu von der Quelle kopieren</translation>
    </message>
    <message>
        <source>{0} is cut short or damaged: {1} bytes of voxels cannot come from {2} bytes of file; copy it again from its source</source>
        <translation>{0} ist abgeschnitten oder beschädigt: {1} Byte Voxel können nicht aus {2} Byte Datei kommen; neu von der Quelle kopieren</translation>
    </message>
    <message>
        <source>{0} is cut short or damaged; copy it again from its source</source>
        <translation>{0} ist abgeschnitten oder beschädigt; neu von der Quelle kopieren</translation>
    </message>
    <message>
        <source>{0} is cut short within its header; copy it again from its source</source>
        <translation>{0} ist im Kopf abgeschnitten; neu von der Quelle kopieren</translation>
    </message>
    <message>
        <source>{0} is cut short: {1} of {2} bytes of voxels are there; copy it again from its source</source>
        <translation>{0} ist abgeschnitten: {1} von {2} Byte Voxel sind da; neu von der Quelle kopieren</translation>
    </message>
    <message>
        <source>{0} is cut short; copy it again from its source</source>
        <translation>{0} ist abgeschnitten; neu von der Quelle kopieren</translation>
    </message>
</context>
<context>
    <name>image.type</name>
    <message>
        <source>{0} packs its pixels in an unsupported way ({1} bits in {2}); export it again with 16 bits</source>
        <translation>{0} packt seine Pixel auf nicht unterstützte Art ({1} Bit in {2}); mit 16 Bit neu exportieren</translation>
    </message>
    <message>
        <source>{0} stores colour or packed pixels; export it as grey values</source>
        <translation>{0} enthält Farb- oder gepackte Pixel; als Grauwerte exportieren</translation>
    </message>
    <message>
        <source>{0} stores colours; export it as grey values</source>
        <translation>{0} enthält Farben; als Grauwerte exportieren</translation>
    </message>
    <message>
        <source>{0} stores voxels of type {1} (code {2}); convert it to an image with one number per voxel</source>
        <translation>{0} enthält Voxel vom Typ {1} (Code {2}); in ein Bild mit einer Zahl je Voxel umwandeln</translation>
    </message>
    <message>
        <source>{0} stores {1} values per voxel; convert it to an image with one number per voxel</source>
        <translation>{0} enthält {1} Werte je Voxel; in ein Bild mit einer Zahl je Voxel umwandeln</translation>
    </message>
    <message>
        <source>{0} stores {1} voxels; convert it to an image with one number per voxel</source>
        <translation>{0} enthält Voxel vom Typ {1}; in ein Bild mit einer Zahl je Voxel umwandeln</translation>
    </message>
</context>
<context>
    <name>image.unreadable</name>
    <message>
        <source>{0} cannot be listed; check its permissions</source>
        <translation>{0} kann nicht aufgelistet werden; die Rechte prüfen</translation>
    </message>
    <message>
        <source>{0} cannot be opened; check its permissions</source>
        <translation>{0} kann nicht geöffnet werden; die Rechte prüfen</translation>
    </message>
    <message>
        <source>{0} cannot be read to its end; check its disk</source>
        <translation>{0} kann nicht bis zum Ende gelesen werden; den Datenträger prüfen</translation>
    </message>
    <message>
        <source>{0} cannot be read; check its permissions</source>
        <translation>{0} kann nicht gelesen werden; die Rechte prüfen</translation>
    </message>
</context>
<context>
    <name>image.window</name>
    <message>
        <source>an intensity window from {0} to {1} is empty; give the lower value first</source>
        <translation>ein Intensitätsfenster von {0} bis {1} ist leer; den kleineren Wert zuerst angeben</translation>
    </message>
</context>
<context>
    <name>import.missing</name>
    <message>
        <source>there is no file or folder {0}</source>
        <translation>es gibt weder Datei noch Ordner {0}</translation>
    </message>
</context>
<context>
    <name>import.readonly</name>
    <message>
        <source>this project is open for reading only; nothing can be imported</source>
        <translation>dieses Projekt ist nur zum Lesen geöffnet; nichts kann importiert werden</translation>
    </message>
</context>
<context>
    <name>internal</name>
    <message>
        <source>{0}; this is a fault of the program, please report it</source>
        <translation>{0}; das ist ein Fehler des Programms, bitte melden</translation>
    </message>
</context>
<context>
    <name>label.color</name>
    <message>
        <source>&quot;{0}&quot; is not a colour; write it as #RRGGBB, for example #E69F00</source>
        <translation>„{0}“ ist keine Farbe; als #RRGGBB schreiben, zum Beispiel #E69F00</translation>
    </message>
</context>
<context>
    <name>label.id</name>
    <message>
        <source>&quot;{0}&quot; is not a label id; use a whole number from 1 to 65535</source>
        <translation>„{0}“ ist keine Labelnummer; eine ganze Zahl von 1 bis 65535 verwenden</translation>
    </message>
</context>
<context>
    <name>label.locked</name>
    <message>
        <source>{0} is locked; unlock it to draw it</source>
        <translation>{0} ist gesperrt; zum Zeichnen entsperren</translation>
    </message>
</context>
<context>
    <name>label.name</name>
    <message>
        <source>a new label for the value {0} needs a name; give it one</source>
        <translation>ein neues Label für den Wert {0} braucht einen Namen; einen angeben</translation>
    </message>
    <message>
        <source>the project already has a label {0}; choose another name</source>
        <translation>das Projekt hat schon ein Label {0}; einen anderen Namen wählen</translation>
    </message>
</context>
<context>
    <name>label.none</name>
    <message>
        <source>choose a label first</source>
        <translation>erst ein Label wählen</translation>
    </message>
</context>
<context>
    <name>label.syntax</name>
    <message>
        <source>&quot;{0}&quot; is not a label; write ID=NAME or ID=NAME:#RRGGBB, for example 1=liver</source>
        <translation>„{0}“ ist kein Label; NUMMER=NAME oder NUMMER=NAME:#RRGGBB schreiben, zum Beispiel 1=Leber</translation>
    </message>
</context>
<context>
    <name>label.unknown</name>
    <message>
        <source>the project has no label &quot;{0}&quot;, nor any other; add labels first</source>
        <translation>das Projekt hat kein Label „{0}“ und auch kein anderes; erst Labels hinzufügen</translation>
    </message>
    <message>
        <source>the project has no label &quot;{0}&quot;{1}</source>
        <translation>das Projekt hat kein Label „{0}“{1}</translation>
    </message>
    <message>
        <source>the project has no label {0}; add it first</source>
        <translation>das Projekt hat kein Label {0}; erst hinzufügen</translation>
    </message>
</context>
<context>
    <name>labels.grid</name>
    <message>
        <source>a volume of {0} x {1} x {2} voxels cannot be annotated; resample it</source>
        <translation>ein Volumen von {0} x {1} x {2} Voxeln kann nicht annotiert werden; neu abtasten</translation>
    </message>
</context>
<context>
    <name>labels.regions</name>
    <message>
        <source>{0} describes regions (&quot;{1}&quot; is a list of ids), where a voxel has several; here a voxel has one label: give a table with one id each</source>
        <translation>{0} beschreibt Regionen („{1}“ ist eine Liste von Nummern), wo ein Voxel mehrere hat; hier hat ein Voxel ein Label: eine Tabelle mit je einer Nummer angeben</translation>
    </message>
</context>
<context>
    <name>labels.rename</name>
    <message>
        <source>label {0} is called {1} in the project and {2} in the table; rename one, or allow it</source>
        <translation>Label {0} heißt im Projekt {1} und in der Tabelle {2}; eines umbenennen oder es zulassen</translation>
    </message>
</context>
<context>
    <name>labels.table</name>
    <message>
        <source>{0} has no label besides the background; choose another file</source>
        <translation>{0} enthält kein Label außer dem Hintergrund; eine andere Datei wählen</translation>
    </message>
    <message>
        <source>{0} has no table &quot;labels&quot;; choose nnU-Net&apos;s dataset.json or a labels.json of this program</source>
        <translation>{0} enthält keine Tabelle „labels“; die dataset.json von nnU-Net oder eine labels.json dieses Programms wählen</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}; correct it there, or choose another file</source>
        <translation>{0}, {1}: {2}; dort berichtigen oder eine andere Datei wählen</translation>
    </message>
</context>
<context>
    <name>maps.no_support</name>
    <message>
        <source>there is nothing to learn this label from; draw it on a slice and press M</source>
        <translation>es gibt nichts, wovon dieses Label zu lernen wäre; es auf einer Schicht zeichnen und M drücken</translation>
    </message>
</context>
<context>
    <name>mask.size</name>
    <message>
        <source>a mask of {0} x {1} does not fit the slices of {2}, which are {3} x {4}; resample it onto the volume</source>
        <translation>eine Maske von {0} x {1} passt nicht zu den Schichten von {2}, die {3} x {4} groß sind; auf das Volumen neu abtasten</translation>
    </message>
    <message>
        <source>a proposal does not fit the annotation of its slice; predict it again</source>
        <translation>ein Vorschlag passt nicht zur Annotation seiner Schicht; neu vorschlagen lassen</translation>
    </message>
    <message>
        <source>a slice of {0} x {1} pixels does not fit the volume&apos;s {2} x {3}; resample it</source>
        <translation>eine Schicht von {0} x {1} Pixeln passt nicht zu {2} x {3} des Volumens; neu abtasten</translation>
    </message>
    <message>
        <source>cannot compare a mask of {0} x {1} with one of {2} x {3}; resample one onto the other</source>
        <translation>eine Maske von {0} x {1} ist nicht mit einer von {2} x {3} vergleichbar; eine auf die andere neu abtasten</translation>
    </message>
    <message>
        <source>cannot compare objects on different grids; resample one onto the other</source>
        <translation>Objekte auf verschiedenen Gittern sind nicht vergleichbar; eines auf das andere neu abtasten</translation>
    </message>
    <message>
        <source>the chosen voxels do not fit the slices of the proposal; choose them again</source>
        <translation>die gewählten Voxel passen nicht zu den Schichten des Vorschlags; neu wählen</translation>
    </message>
    <message>
        <source>every rater must give every volume once</source>
        <translation>jede Person muss jedes Volumen einmal angeben</translation>
    </message>
</context>
<context>
    <name>mask.value</name>
    <message>
        <source>{0} has no voxel of value {1}; it has {2}: choose one with --value</source>
        <translation>{0} hat kein Voxel mit dem Wert {1}; vorhanden: {2}; einen mit --value wählen</translation>
    </message>
    <message>
        <source>{0} has nothing of what is to be imported; its values are: {1}</source>
        <translation>{0} enthält nichts von dem, was importiert werden soll; vorhandene Werte: {1}</translation>
    </message>
    <message>
        <source>{0} has the values {1} but not {2}, the id of {3}; choose one with --value</source>
        <translation>{0} hat die Werte {1}, aber nicht {2}, die Nummer von {3}; einen mit --value wählen</translation>
    </message>
    <message>
        <source>{0} is empty: no voxel differs from 0; give a mask that shows {1}</source>
        <translation>{0} ist leer: kein Voxel ist von 0 verschieden; eine Maske angeben, die {1} zeigt</translation>
    </message>
    <message>
        <source>{0} shows nothing on the slices {1}; choose slices that show the object</source>
        <translation>{0} zeigt nichts auf den Schichten {1}; Schichten wählen, die das Objekt zeigen</translation>
    </message>
</context>
<context>
    <name>mask.values</name>
    <message>
        <source>a voxel has the value {0}; labels must be whole numbers from 0 to 65535</source>
        <translation>ein Voxel hat den Wert {0}; Labels müssen ganze Zahlen von 0 bis 65535 sein</translation>
    </message>
</context>
<context>
    <name>memory</name>
    <message>
        <source>there is not enough memory; close other programs or work on fewer volumes at a time</source>
        <translation>der Speicher reicht nicht; andere Programme schließen oder weniger Volumen auf einmal bearbeiten</translation>
    </message>
</context>
<context>
    <name>method.no_support</name>
    <message>
        <source>no support slice has a weight above zero; include at least one support</source>
        <translation>keine Beispielschicht hat ein Gewicht über null; mindestens ein Beispiel einbeziehen</translation>
    </message>
</context>
<context>
    <name>method.options</name>
    <message>
        <source>{0} has no option {1}; leave it out (it has: {2})</source>
        <translation>{0} hat keine Option {1}; weglassen (vorhanden: {2})</translation>
    </message>
    <message>
        <source>{0} is {1}; choose a value from {2} to {3}</source>
        <translation>{0} ist {1}; einen Wert von {2} bis {3} wählen</translation>
    </message>
</context>
<context>
    <name>model.ambiguous</name>
    <message>
        <source>several models start with {0}; give more of the hash (see: status)</source>
        <translation>mehrere Modelle beginnen mit {0}; mehr vom Hash angeben (siehe: status)</translation>
    </message>
</context>
<context>
    <name>model.damaged</name>
    <message>
        <source>the model file {0} is not what was trained; put a copy of it back, or train again</source>
        <translation>die Modelldatei {0} ist nicht die trainierte; eine Kopie davon zurücklegen oder neu trainieren</translation>
    </message>
    <message>
        <source>this is no model of Protolabel: {0}; choose a model file that it wrote</source>
        <translation>das ist kein Modell von Protolabel: {0}; eine von Protolabel geschriebene Modelldatei wählen</translation>
    </message>
    <message>
        <source>this model file is damaged: {0}; copy it again or take an older one</source>
        <translation>diese Modelldatei ist beschädigt: {0}; neu kopieren oder eine ältere nehmen</translation>
    </message>
</context>
<context>
    <name>model.encoder</name>
    <message>
        <source>there is no encoder &quot;{0}&quot;; choose resnet18, resnet34, resnet50 or resnet101</source>
        <translation>es gibt keinen Encoder „{0}“; resnet18, resnet34, resnet50 oder resnet101 wählen</translation>
    </message>
</context>
<context>
    <name>model.finished</name>
    <message>
        <source>{0} is used as it is, without training: leave out --encoder, --iterations, --seconds and --init, or train from it with --init {0}</source>
        <translation>{0} wird unverändert und ohne Training verwendet: --encoder, --iterations, --seconds und --init weglassen, oder davon ausgehend trainieren mit --init {0}</translation>
    </message>
</context>
<context>
    <name>model.method</name>
    <message>
        <source>there is no method &quot;{0}&quot;; choose one of {1}</source>
        <translation>es gibt kein Verfahren „{0}“; eines wählen von {1}</translation>
    </message>
    <message>
        <source>{0} is a model of {1}; leave --method out, or train it further with --init {0} --method {2}</source>
        <translation>{0} ist ein Modell von {1}; --method weglassen oder weitertrainieren mit --init {0} --method {2}</translation>
    </message>
</context>
<context>
    <name>model.missing</name>
    <message>
        <source>the model file {0} is gone; put it back, or train again</source>
        <translation>die Modelldatei {0} ist verschwunden; zurücklegen oder neu trainieren</translation>
    </message>
</context>
<context>
    <name>model.missing_tensor</name>
    <message>
        <source>the model lacks the tensor {0}; it was made for another encoder</source>
        <translation>dem Modell fehlt der Tensor {0}; es gehört zu einem anderen Encoder</translation>
    </message>
</context>
<context>
    <name>model.nan</name>
    <message>
        <source>tensor {0} holds values that no trained network has (no numbers, or negative variances); copy the file again or train the model again</source>
        <translation>der Tensor {0} enthält Werte, die kein trainiertes Netz hat (keine Zahlen oder negative Varianzen); die Datei noch einmal kopieren oder das Modell neu trainieren</translation>
    </message>
</context>
<context>
    <name>model.none</name>
    <message>
        <source>the project has no model yet; make one with: train</source>
        <translation>das Projekt hat noch kein Modell; eines erzeugen mit: train</translation>
    </message>
</context>
<context>
    <name>model.options</name>
    <message>
        <source>the model&apos;s {0} is {1}, not from {2} to {3}; copy the file again or train the model again</source>
        <translation>{0} des Modells ist {1}, nicht zwischen {2} und {3}; die Datei noch einmal kopieren oder das Modell neu trainieren</translation>
    </message>
</context>
<context>
    <name>model.range</name>
    <message>
        <source>tensor {0} holds values too large for 16 bits; store the model in 32 bits</source>
        <translation>der Tensor {0} enthält zu große Werte für 16 Bit; das Modell in 32 Bit speichern</translation>
    </message>
</context>
<context>
    <name>model.shape</name>
    <message>
        <source>tensor {0} has the shape {1} where {2} is needed; the model was made for another encoder</source>
        <translation>der Tensor {0} hat die Form {1} statt {2}; das Modell gehört zu einem anderen Encoder</translation>
    </message>
</context>
<context>
    <name>model.source</name>
    <message>
        <source>{0} is the file that is read; choose another name to write to</source>
        <translation>{0} ist die Datei, die gelesen wird; einen anderen Namen zum Schreiben wählen</translation>
    </message>
</context>
<context>
    <name>model.stride</name>
    <message>
        <source>features at 1/{0} of the image are not offered; choose stride 8 or 4</source>
        <translation>Merkmale bei 1/{0} des Bildes gibt es nicht; Schrittweite 8 oder 4 wählen</translation>
    </message>
    <message>
        <source>two scales of features are at 1/4 and 1/8 of the image; leave the stride at 8</source>
        <translation>zwei Skalen der Merkmale liegen bei 1/4 und 1/8 des Bildes; die Schrittweite bei 8 lassen</translation>
    </message>
</context>
<context>
    <name>model.type</name>
    <message>
        <source>tensor {0} has a type that model files do not hold; convert it to float first</source>
        <translation>der Tensor {0} hat einen Typ, den Modelldateien nicht kennen; erst in float umwandeln</translation>
    </message>
    <message>
        <source>tensor {0} has the type {1}, which is not supported; save it as F64, F32, F16, BF16 or I64</source>
        <translation>der Tensor {0} hat den Typ {1}, der nicht unterstützt wird; ihn als F64, F32, F16, BF16 oder I64 speichern</translation>
    </message>
</context>
<context>
    <name>model.unknown</name>
    <message>
        <source>the project has no model {0}; see its models with: status</source>
        <translation>das Projekt hat kein Modell {0}; seine Modelle zeigt: status</translation>
    </message>
    <message>
        <source>the model that comes with the program is none of the project&apos;s, which has proposed nothing with it; see those it has with: status</source>
        <translation>das Modell des Programms gehört nicht zum Projekt, das damit noch nichts vorgeschlagen hat; seine Modelle zeigt: status</translation>
    </message>
</context>
<context>
    <name>model.version</name>
    <message>
        <source>the model has the format version {0}, this program reads up to {1}; install a newer Protolabel</source>
        <translation>das Modell hat die Formatversion {0}, dieses Programm liest bis {1}; ein neueres Protolabel installieren</translation>
    </message>
</context>
<context>
    <name>model.written</name>
    <message>
        <source>{0} was not written as it should be; check the disk and write it again</source>
        <translation>{0} wurde nicht richtig geschrieben; den Datenträger prüfen und neu schreiben</translation>
    </message>
</context>
<context>
    <name>pack.damaged</name>
    <message>
        <source>compressed slices are damaged; get the file again</source>
        <translation>komprimierte Schichten sind beschädigt; die Datei neu beschaffen</translation>
    </message>
    <message>
        <source>the data pack is damaged ({0}); copy it again or make it anew with protolabel-cli pack</source>
        <translation>das Datenpaket ist beschädigt ({0}); neu kopieren oder neu erzeugen mit protolabel-cli pack</translation>
    </message>
</context>
<context>
    <name>pack.format</name>
    <message>
        <source>this is no data pack of this version; make one with protolabel-cli pack of the same version</source>
        <translation>das ist kein Datenpaket dieser Version; eines erzeugen mit protolabel-cli pack derselben Version</translation>
    </message>
</context>
<context>
    <name>pack.labels</name>
    <message>
        <source>no volume of the data pack has a label; pack it with the right labels</source>
        <translation>kein Volumen des Datenpakets hat ein Label; mit den richtigen Labels packen</translation>
    </message>
</context>
<context>
    <name>png.write</name>
    <message>
        <source>{0} cannot be written; check that its folder exists and has space</source>
        <translation>{0} kann nicht geschrieben werden; prüfen, ob es den Ordner gibt und dort Platz ist</translation>
    </message>
</context>
<context>
    <name>predict.changed</name>
    <message>
        <source>what is drawn was changed while the prediction was prepared; predict again</source>
        <translation>die Zeichnung wurde geändert, während der Vorschlag vorbereitet wurde; neu vorschlagen lassen</translation>
    </message>
</context>
<context>
    <name>predict.empty_support</name>
    <message>
        <source>support slice {0} shows nothing of label {1} on the network&apos;s grid; draw it larger or leave it out</source>
        <translation>die Beispielschicht {0} zeigt nichts von Label {1} auf dem Gitter des Netzes; größer zeichnen oder weglassen</translation>
    </message>
</context>
<context>
    <name>predict.image</name>
    <message>
        <source>slices of {0} x {1} pixels do not suit the network; prepare the volume at 256 x 256</source>
        <translation>Schichten von {0} x {1} Pixeln passen nicht zum Netz; das Volumen auf 256 x 256 vorbereiten</translation>
    </message>
    <message>
        <source>the volumes were prepared at different sizes; prepare them all at 256 x 256</source>
        <translation>die Volumen wurden in verschiedenen Größen vorbereitet; alle auf 256 x 256 vorbereiten</translation>
    </message>
</context>
<context>
    <name>predict.mask</name>
    <message>
        <source>the mask of slice {0} has not the size of its image; prepare the volume anew</source>
        <translation>die Maske der Schicht {0} hat nicht die Größe ihres Bildes; das Volumen neu vorbereiten</translation>
    </message>
    <message>
        <source>the mask of support slice {0} has not the size of its image; prepare the volume anew</source>
        <translation>die Maske der Beispielschicht {0} hat nicht die Größe ihres Bildes; das Volumen neu vorbereiten</translation>
    </message>
</context>
<context>
    <name>predict.nan</name>
    <message>
        <source>the model gives no usable features for slice {0}; train it again, or prepare the volume anew</source>
        <translation>das Modell liefert keine brauchbaren Merkmale für Schicht {0}; neu trainieren oder das Volumen neu vorbereiten</translation>
    </message>
</context>
<context>
    <name>predict.no_support</name>
    <message>
        <source>no label has a support: draw one on a slice and mark that slice as support (annotate --support)</source>
        <translation>kein Label hat ein Beispiel: eines auf einer Schicht zeichnen und diese als Beispiel markieren (annotate --support)</translation>
    </message>
    <message>
        <source>{0} has no support: draw it on a slice and mark that slice as support (annotate --support)</source>
        <translation>{0} hat kein Beispiel: auf einer Schicht zeichnen und diese als Beispiel markieren (annotate --support)</translation>
    </message>
</context>
<context>
    <name>predict.slice</name>
    <message>
        <source>there is no slice {0} in a volume of {1} slices; choose one of 0..{2}</source>
        <translation>es gibt keine Schicht {0} in einem Volumen von {1} Schichten; eine von 0..{2} wählen</translation>
    </message>
    <message>
        <source>there is no slice {0} to preview; choose another slice</source>
        <translation>es gibt keine Schicht {0} für die Vorschau; eine andere Schicht wählen</translation>
    </message>
</context>
<context>
    <name>predict.supports</name>
    <message>
        <source>label {0} has no support for slice {1}; mark a slice of it as support</source>
        <translation>Label {0} hat kein Beispiel für Schicht {1}; eine Schicht davon als Beispiel markieren</translation>
    </message>
</context>
<context>
    <name>project.damaged</name>
    <message>
        <source>the mask of a proposal is missing; predict it again, or recover the project into a new one</source>
        <translation>die Maske eines Vorschlags fehlt; neu vorschlagen lassen oder das Projekt in ein neues retten</translation>
    </message>
    <message>
        <source>the project cannot be upgraded to schema {0}: some of its records refer to missing ones; recover it into a new project</source>
        <translation>das Projekt kann nicht auf Schema {0} gehoben werden: einige Einträge verweisen auf fehlende; in ein neues Projekt retten</translation>
    </message>
    <message>
        <source>the project file is damaged ({0} cannot be read); recover what can be read into a new project</source>
        <translation>die Projektdatei ist beschädigt ({0} ist nicht lesbar); das Lesbare in ein neues Projekt retten</translation>
    </message>
    <message>
        <source>{0} is damaged; recover what can be read into a new project</source>
        <translation>{0} ist beschädigt; was lesbar ist, in ein neues Projekt retten</translation>
    </message>
    <message>
        <source>{0} is damaged; {1}; recover this into a new project</source>
        <translation>{0} ist beschädigt ({1}); das Lesbare in ein neues Projekt retten</translation>
    </message>
</context>
<context>
    <name>project.disk</name>
    <message>
        <source>no space left on the disk of {0}; nothing was changed, free some space and try again</source>
        <translation>auf dem Datenträger von {0} ist kein Platz mehr; nichts wurde geändert, Platz schaffen und noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>project.empty</name>
    <message>
        <source>the project has no label; make one with: new P.plb --label 1=NAME</source>
        <translation>das Projekt hat kein Label; eines anlegen mit: new P.plb --label 1=NAME</translation>
    </message>
    <message>
        <source>the project has no volume yet; import images first</source>
        <translation>das Projekt hat noch kein Volumen; erst Bilder importieren</translation>
    </message>
</context>
<context>
    <name>project.exists</name>
    <message>
        <source>{0} exists already; choose another name, or open it</source>
        <translation>{0} gibt es schon; einen anderen Namen wählen oder öffnen</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name</source>
        <translation>{0} gibt es schon; einen anderen Namen wählen</translation>
    </message>
</context>
<context>
    <name>project.folder</name>
    <message>
        <source>the folder {0} cannot be made: {1}; free some space or check its permissions</source>
        <translation>der Ordner {0} kann nicht angelegt werden: {1}; Platz schaffen oder die Rechte prüfen</translation>
    </message>
    <message>
        <source>{0} cannot be created: {1}; choose a folder that exists and that you may write to</source>
        <translation>{0} kann nicht angelegt werden: {1}; einen vorhandenen Ordner mit Schreibrecht wählen</translation>
    </message>
    <message>
        <source>{0} cannot be opened or written there ({1}); check its permissions, or copy it and any file {0}-wal to a folder of yours</source>
        <translation>{0} kann dort nicht geöffnet oder geschrieben werden ({1}); die Rechte prüfen, oder die Datei und eine etwaige {0}-wal in einen eigenen Ordner kopieren</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; check its permissions, or choose another folder</source>
        <translation>{0} ist nicht verwendbar: {1}; die Rechte prüfen oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}; open it read-only, or copy it to a folder of yours</source>
        <translation>{0} kann nicht geschrieben werden: {1}; nur zum Lesen öffnen oder in einen eigenen Ordner kopieren</translation>
    </message>
</context>
<context>
    <name>project.format</name>
    <message>
        <source>{0} is not a project, or its beginning is destroyed; choose a .plb file, or a backup of it</source>
        <translation>{0} ist kein Projekt, oder der Anfang ist zerstört; eine .plb-Datei oder eine Sicherung davon wählen</translation>
    </message>
</context>
<context>
    <name>project.io</name>
    <message>
        <source>data could not be compressed: {0}; close other programs and try again</source>
        <translation>Daten konnten nicht komprimiert werden: {0}; andere Programme schließen und noch einmal versuchen</translation>
    </message>
    <message>
        <source>{0} cannot be read or written ({1}); check the disk, its quota or the network connection and try again</source>
        <translation>{0} kann nicht gelesen oder geschrieben werden ({1}); Datenträger, Kontingent oder Netzverbindung prüfen und noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>project.large</name>
    <message>
        <source>one edit of {0} is too large to store; make it in smaller parts</source>
        <translation>eine Änderung von {0} ist zu groß zum Speichern; in kleineren Teilen vornehmen</translation>
    </message>
</context>
<context>
    <name>project.locked</name>
    <message>
        <source>{0} is in use by another program; close it there and try again</source>
        <translation>{0} wird von einem anderen Programm benutzt; dort schließen und noch einmal versuchen</translation>
    </message>
    <message>
        <source>{0} is open for writing by {1}; close it there, or open it read-only</source>
        <translation>{0} ist von {1} zum Schreiben geöffnet; dort schließen oder nur zum Lesen öffnen</translation>
    </message>
</context>
<context>
    <name>project.missing</name>
    <message>
        <source>there is no project {0}; check the path</source>
        <translation>es gibt kein Projekt {0}; den Pfad prüfen</translation>
    </message>
    <message>
        <source>there is no project {0}; check the path, or create it</source>
        <translation>es gibt kein Projekt {0}; den Pfad prüfen oder das Projekt anlegen</translation>
    </message>
</context>
<context>
    <name>project.moved</name>
    <message>
        <source>{0} was moved, replaced or deleted while it was open; put it back there to go on, or open it where it is</source>
        <translation>{0} wurde im geöffneten Zustand verschoben, ersetzt oder gelöscht; zum Weiterarbeiten zurücklegen oder am neuen Ort öffnen</translation>
    </message>
</context>
<context>
    <name>project.nested</name>
    <message>
        <source>an edit of {0} is in progress; finish it before the next one</source>
        <translation>eine Änderung von {0} läuft noch; sie vor der nächsten abschließen</translation>
    </message>
</context>
<context>
    <name>project.newer</name>
    <message>
        <source>{0} was saved by a newer version (schema {1}, this program knows up to {2}); update the program</source>
        <translation>{0} wurde von einer neueren Version gespeichert (Schema {1}, dieses Programm kennt bis {2}); das Programm aktualisieren</translation>
    </message>
</context>
<context>
    <name>project.older</name>
    <message>
        <source>{0} was saved by an older version; open it once for writing, which upgrades it after a backup</source>
        <translation>{0} wurde von einer älteren Version gespeichert; einmal zum Schreiben öffnen, das hebt es nach einer Sicherung</translation>
    </message>
</context>
<context>
    <name>project.readonly</name>
    <message>
        <source>{0} is open for reading only; importing adds a model to it</source>
        <translation>{0} ist nur zum Lesen geöffnet; das Importieren fügt ein Modell hinzu</translation>
    </message>
    <message>
        <source>{0} is open for reading only; predicting adds proposals to it</source>
        <translation>{0} ist nur zum Lesen geöffnet; das Vorschlagen fügt Vorschläge hinzu</translation>
    </message>
    <message>
        <source>{0} is open for reading only; training adds a model to it</source>
        <translation>{0} ist nur zum Lesen geöffnet; das Training fügt ein Modell hinzu</translation>
    </message>
    <message>
        <source>{0} is open read-only; open it for writing to change it</source>
        <translation>{0} ist nur zum Lesen geöffnet; zum Ändern zum Schreiben öffnen</translation>
    </message>
</context>
<context>
    <name>project.reference</name>
    <message>
        <source>{0}: a record contradicts the others ({1}); add the volume or label it names first</source>
        <translation>{0}: ein Eintrag widerspricht den anderen ({1}); erst das genannte Volumen oder Label hinzufügen</translation>
    </message>
</context>
<context>
    <name>project.undo</name>
    <message>
        <source>this step cannot be undone or redone: the project was changed by another program since; draw it again instead</source>
        <translation>dieser Schritt lässt sich nicht rückgängig machen oder wiederholen: das Projekt wurde seither von einem anderen Programm geändert; stattdessen neu zeichnen</translation>
    </message>
</context>
<context>
    <name>proposal.values</name>
    <message>
        <source>the model returned no number as confidence; train it again or choose another model</source>
        <translation>das Modell lieferte als Konfidenz keine Zahl; neu trainieren oder ein anderes Modell wählen</translation>
    </message>
</context>
<context>
    <name>propose.no_support</name>
    <message>
        <source>there is nothing to learn from: draw a label on a slice and mark the slice as support</source>
        <translation>es gibt nichts zu lernen: ein Label auf einer Schicht zeichnen und die Schicht als Beispiel markieren</translation>
    </message>
</context>
<context>
    <name>protolabel::ui</name>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Export the label table</source>
        <translation>Labeltabelle exportieren</translation>
    </message>
    <message>
        <source>ITK-SNAP label descriptions</source>
        <translation>Labelbeschreibungen für ITK-SNAP</translation>
    </message>
    <message>
        <source>3D Slicer colour table</source>
        <translation>Farbtabelle für 3D Slicer</translation>
    </message>
    <message>
        <source>nnU-Net dataset</source>
        <translation>Datensatz für nnU-Net</translation>
    </message>
    <message>
        <source>Names and colours</source>
        <translation>Namen und Farben</translation>
    </message>
    <message numerus="yes">
        <source>Import %n label(s)</source>
        <translation>
            <numerusform>%n Label importieren</numerusform>
            <numerusform>%n Labels importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) imported</source>
        <translation>
            <numerusform>%n Label importiert</numerusform>
            <numerusform>%n Labels importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename labels?</source>
        <translation>Labels umbenennen?</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) of the project have a number of this table, and another name. Their voxels stay and are called by the new name.</source>
        <translation>
            <numerusform>%n Label des Projekts hat eine Nummer dieser Tabelle und einen anderen Namen. Seine Voxel bleiben und erhalten den neuen Namen.</numerusform>
            <numerusform>%n Labels des Projekts haben eine Nummer dieser Tabelle und einen anderen Namen. Ihre Voxel bleiben und erhalten den neuen Namen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n label(s)</source>
        <translation>
            <numerusform>%n Label umbenennen</numerusform>
            <numerusform>%n Labels umbenennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a label table</source>
        <translation>Labeltabelle importieren</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Bluish green</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Vermillion</source>
        <translation>Zinnoberrot</translation>
    </message>
    <message>
        <source>Reddish purple</source>
        <translation>Purpur</translation>
    </message>
    <message>
        <source>&amp;Other colour...</source>
        <translation>Andere &amp;Farbe...</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import the demonstration</source>
        <translation>Demonstration importieren</translation>
    </message>
    <message>
        <source>Make the demonstration&apos;s volumes</source>
        <translation>Volumen der Demonstration erzeugen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change back</source>
        <translation>Nimmt die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back</source>
        <translation>Macht die zurückgenommene Änderung wieder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>&amp;Neues Projekt...</translation>
    </message>
    <message>
        <source>Makes a project file with labels of your choice</source>
        <translation>Legt eine Projektdatei mit Labels nach Wahl an</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Opens a project</source>
        <translation>Öffnet ein Projekt</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects (*.plb)</source>
        <translation>Projekte (*.plb)</translation>
    </message>
    <message>
        <source>&amp;Try the demonstration</source>
        <translation>&amp;Demonstration ausprobieren</translation>
    </message>
    <message>
        <source>Makes up a few volumes to try the program with</source>
        <translation>Erfindet einige Volumen, um das Programm auszuprobieren</translation>
    </message>
    <message>
        <source>Where to put the demonstration (a new folder is made there)</source>
        <translation>Ort für die Demonstration (dort wird ein neuer Ordner angelegt)</translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Back to the start page; everything is stored already</source>
        <translation>Zurück zur Startseite; alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Everything is stored already</source>
        <translation>Alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>&amp;Import images...</source>
        <translation>&amp;Bilder importieren...</translation>
    </message>
    <message>
        <source>NIfTI, NRRD, MetaImage and DICOM files</source>
        <translation>Dateien von NIfTI, NRRD, MetaImage und DICOM</translation>
    </message>
    <message>
        <source>Import a &amp;folder...</source>
        <translation>&amp;Ordner importieren...</translation>
    </message>
    <message>
        <source>All images and DICOM series in a folder</source>
        <translation>Alle Bilder und DICOM-Serien eines Ordners</translation>
    </message>
    <message>
        <source>Import a &amp;mask...</source>
        <translation>&amp;Maske importieren...</translation>
    </message>
    <message>
        <source>Labels drawn elsewhere, with a table that says which value is which label</source>
        <translation>Anderswo gezeichnete Labels, mit einer Tabelle, welcher Wert welches Label ist</translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>Writes label maps and reads them back to compare</source>
        <translation>Schreibt Labelkarten und liest sie zum Vergleich zurück</translation>
    </message>
    <message>
        <source>Find &amp;missing files...</source>
        <translation>&amp;Fehlende Dateien suchen...</translation>
    </message>
    <message>
        <source>Looks for images that were moved, by name and content</source>
        <translation>Sucht verschobene Bilder nach Name und Inhalt</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>&amp;Befehl suchen...</translation>
    </message>
    <message>
        <source>Every command by its name</source>
        <translation>Jeder Befehl nach seinem Namen</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>Look, work, windows, shortcuts and the engine</source>
        <translation>Darstellung, Arbeit, Fensterung, Tastenkürzel und Rechenprozess</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>All messages and the log</source>
        <translation>Alle Meldungen und das Protokoll</translation>
    </message>
    <message>
        <source>&amp;About Protolabel</source>
        <translation>&amp;Über Protolabel</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Versionen und Lizenz</translation>
    </message>
    <message>
        <source>Add labels: %1</source>
        <translation>Labels hinzufügen: %1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Add a pre&amp;set...</source>
        <translation>&amp;Vorlage hinzufügen...</translation>
    </message>
    <message>
        <source>Labels of a common task</source>
        <translation>Labels einer üblichen Aufgabe</translation>
    </message>
    <message>
        <source>&amp;Import a label table...</source>
        <translation>Labeltabelle &amp;importieren...</translation>
    </message>
    <message>
        <source>Of ITK-SNAP, 3D Slicer, nnU-Net or Protolabel</source>
        <translation>Von ITK-SNAP, 3D Slicer, nnU-Net oder Protolabel</translation>
    </message>
    <message>
        <source>&amp;Export the label table...</source>
        <translation>Labeltabelle &amp;exportieren...</translation>
    </message>
    <message>
        <source>For ITK-SNAP, 3D Slicer, nnU-Net or Protolabel</source>
        <translation>Für ITK-SNAP, 3D Slicer, nnU-Net oder Protolabel</translation>
    </message>
    <message>
        <source>&amp;Previous label</source>
        <translation>V&amp;origes Label</translation>
    </message>
    <message>
        <source>Makes the label above the active one</source>
        <translation>Aktiviert das Label über dem aktiven</translation>
    </message>
    <message>
        <source>&amp;Next label</source>
        <translation>&amp;Nächstes Label</translation>
    </message>
    <message>
        <source>Makes the label below the active one</source>
        <translation>Aktiviert das Label unter dem aktiven</translation>
    </message>
    <message>
        <source>&amp;Swap labels</source>
        <translation>Labels &amp;tauschen</translation>
    </message>
    <message>
        <source>Goes back to the label that was active before</source>
        <translation>Geht zurück zum vorher aktiven Label</translation>
    </message>
    <message>
        <source>Swap with &amp;background</source>
        <translation>Mit &amp;Hintergrund tauschen</translation>
    </message>
    <message>
        <source>From the brush to the eraser and back</source>
        <translation>Vom Pinsel zum Radierer und zurück</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Sperren oder entsperren</translation>
    </message>
    <message>
        <source>Nothing changes the voxels of a locked label</source>
        <translation>Nichts ändert die Voxel eines gesperrten Labels</translation>
    </message>
    <message>
        <source>Lock or unlock %1</source>
        <translation>%1 sperren oder entsperren</translation>
    </message>
    <message>
        <source>Show or &amp;hide</source>
        <translation>&amp;Zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Shows or hides the active label</source>
        <translation>Zeigt das aktive Label oder blendet es aus</translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation>%1 zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>B&amp;ereiche</translation>
    </message>
    <message>
        <source>&amp;Reset the arrangement</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>V&amp;olume</source>
        <translation>&amp;Volumen</translation>
    </message>
    <message>
        <source>&amp;Segment</source>
        <translation>&amp;Segmentieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation>&amp;Navigieren</translation>
    </message>
    <message>
        <source>Left: crosshair; right: zoom; middle or Space: pan; wheel: slices</source>
        <translation>Links: Fadenkreuz; rechts: Zoom; Mitte oder Leertaste: Verschieben; Rad: Schichten</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Left draws, right erases; Shift+wheel changes the size, Ctrl keeps to similar values</source>
        <translation>Links zeichnet, rechts radiert; Umschalt+Rad ändert die Größe, Strg bleibt bei ähnlichen Werten</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>Takes the active label away</source>
        <translation>Entfernt das aktive Label</translation>
    </message>
    <message>
        <source>Polygon and &amp;lasso</source>
        <translation>Polygon und &amp;Lasso</translation>
    </message>
    <message>
        <source>Click corners or drag an outline; double click or Enter closes it, the right button erases</source>
        <translation>Ecken klicken oder Umriss ziehen; Doppelklick oder Eingabe schließt ihn, die rechte Taste radiert</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Füllen</translation>
    </message>
    <message>
        <source>Fills the region under the pointer with the active label</source>
        <translation>Füllt die Region unter dem Zeiger mit dem aktiven Label</translation>
    </message>
    <message>
        <source>&amp;Window and level</source>
        <translation>F&amp;ensterung</translation>
    </message>
    <message>
        <source>Drag: right widens, down darkens; 1 to 9 choose a preset</source>
        <translation>Ziehen: rechts weitet, abwärts dunkelt ab; 1 bis 9 wählen eine Voreinstellung</translation>
    </message>
    <message>
        <source>&amp;Pick a label</source>
        <translation>Label &amp;aufnehmen</translation>
    </message>
    <message>
        <source>Click chooses the label under the pointer; Alt+click in any tool</source>
        <translation>Ein Klick wählt das Label unter dem Zeiger; Alt+Klick in jedem Werkzeug</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Makes the brush smaller</source>
        <translation>Verkleinert den Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Makes the brush larger</source>
        <translation>Vergrößert den Pinsel</translation>
    </message>
    <message>
        <source>Stop drawing</source>
        <translation>Zeichnen abbrechen</translation>
    </message>
    <message>
        <source>Takes back what is being drawn; otherwise goes to the navigation tool</source>
        <translation>Nimmt zurück, was gerade gezeichnet wird; sonst geht es zum Navigieren</translation>
    </message>
    <message>
        <source>Label or preset %1</source>
        <translation>Label oder Voreinstellung %1</translation>
    </message>
    <message>
        <source>Chooses label %1; in the window tool, preset %1</source>
        <translation>Wählt Label %1; beim Fenstern Voreinstellung %1</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>&amp;Next volume</source>
        <translation>&amp;Nächstes Volumen</translation>
    </message>
    <message>
        <source>Shows the next volume of the list</source>
        <translation>Zeigt das nächste Volumen der Liste</translation>
    </message>
    <message>
        <source>&amp;Previous volume</source>
        <translation>&amp;Voriges Volumen</translation>
    </message>
    <message>
        <source>Shows the volume before in the list</source>
        <translation>Zeigt das vorige Volumen der Liste</translation>
    </message>
    <message>
        <source>Next &amp;frame</source>
        <translation>Nächster &amp;Zeitpunkt</translation>
    </message>
    <message>
        <source>The next frame of a 4-D volume</source>
        <translation>Der nächste Zeitpunkt eines 4-D-Volumens</translation>
    </message>
    <message>
        <source>Previous f&amp;rame</source>
        <translation>Voriger Zei&amp;tpunkt</translation>
    </message>
    <message>
        <source>The frame before of a 4-D volume</source>
        <translation>Der vorige Zeitpunkt eines 4-D-Volumens</translation>
    </message>
    <message>
        <source>&amp;Proposals</source>
        <translation>V&amp;orschläge</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>unberührt</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>kommentiert</translation>
    </message>
    <message>
        <source>far from every support</source>
        <translation>weit von jedem Beispiel</translation>
    </message>
    <message>
        <source>the model is unsure</source>
        <translation>das Modell ist unsicher</translation>
    </message>
    <message>
        <source>size unlike its neighbours</source>
        <translation>Größe anders als daneben</translation>
    </message>
    <message>
        <source>large part of the object</source>
        <translation>großer Teil des Objekts</translation>
    </message>
    <message>
        <source>looks right</source>
        <translation>sieht richtig aus</translation>
    </message>
    <message numerus="yes">
        <source>Accepted %1 voxels on %n slice(s).</source>
        <translation>
            <numerusform>%1 Voxel auf %n Schicht übernommen.</numerusform>
            <numerusform>%1 Voxel auf %n Schichten übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) of other labels replaced.</source>
        <translation>
            <numerusform>%n Voxel anderer Labels ersetzt.</numerusform>
            <numerusform>%n Voxel anderer Labels ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) stay, as the label is drawn there.</source>
        <translation>
            <numerusform>%n Vorschlag bleibt, weil das Label dort gezeichnet ist.</numerusform>
            <numerusform>%n Vorschläge bleiben, weil das Label dort gezeichnet ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) stay, as their label is locked.</source>
        <translation>
            <numerusform>%n Vorschlag bleibt, weil sein Label gesperrt ist.</numerusform>
            <numerusform>%n Vorschläge bleiben, weil ihr Label gesperrt ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>To take them, undo and choose &quot;Accept with choices&quot;.</source>
        <translation>Um sie zu übernehmen: rückgängig machen und „Auswählen und übernehmen“ nehmen.</translation>
    </message>
    <message>
        <source>There is no proposal to accept here</source>
        <translation>Hier gibt es keinen Vorschlag zum Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>Rejected on %n slice(s)</source>
        <translation>
            <numerusform>Auf %n Schicht verworfen</numerusform>
            <numerusform>Auf %n Schichten verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no proposal to reject here</source>
        <translation>Hier gibt es keinen Vorschlag zum Verwerfen</translation>
    </message>
    <message>
        <source>P&amp;roposals brush</source>
        <translation>Pinsel für &amp;Vorschläge</translation>
    </message>
    <message>
        <source>Left accepts what is proposed under the brush, right rejects it</source>
        <translation>Links übernimmt, was unter dem Pinsel vorgeschlagen ist, rechts verwirft es</translation>
    </message>
    <message>
        <source>Making the demonstration&apos;s volumes; this takes some seconds</source>
        <translation>Volumen der Vorführung werden erzeugt; das dauert einige Sekunden</translation>
    </message>
    <message>
        <source>Import nothing</source>
        <translation>Nichts importieren</translation>
    </message>
    <message>
        <source>&amp;Recover a damaged project...</source>
        <translation>Beschädigtes Projekt &amp;retten...</translation>
    </message>
    <message>
        <source>Copies what can be read of it into a new project</source>
        <translation>Kopiert, was davon lesbar ist, in ein neues Projekt</translation>
    </message>
    <message>
        <source>The damaged project</source>
        <translation>Das beschädigte Projekt</translation>
    </message>
    <message>
        <source>&amp;Help and keys</source>
        <translation>&amp;Hilfe und Tasten</translation>
    </message>
    <message>
        <source>What the mouse and the keys do</source>
        <translation>Was Maus und Tasten tun</translation>
    </message>
    <message>
        <source>Damaged project</source>
        <translation>Beschädigtes Projekt</translation>
    </message>
    <message>
        <source>The damaged file stays as it is. The undo history is not carried over.</source>
        <translation>Die beschädigte Datei bleibt, wie sie ist. Der Verlauf wird nicht übernommen.</translation>
    </message>
    <message>
        <source>&amp;Recover into a new project...</source>
        <translation>In ein neues Projekt &amp;retten...</translation>
    </message>
    <message>
        <source>Do &amp;not open</source>
        <translation>&amp;Nicht öffnen</translation>
    </message>
    <message>
        <source>The new project</source>
        <translation>Das neue Projekt</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) stay, as the model is less sure.</source>
        <translation>
            <numerusform>%n Vorschlag bleibt, weil das Modell weniger sicher ist.</numerusform>
            <numerusform>%n Vorschläge bleiben, weil das Modell weniger sicher ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenprozess</translation>
    </message>
    <message>
        <source>&amp;Test the connection to the engine</source>
        <translation>&amp;Verbindung zum Rechenprozess prüfen</translation>
    </message>
    <message>
        <source>Asks the engine and says how long its answer takes</source>
        <translation>Fragt den Rechenprozess und sagt, wie lange seine Antwort dauert</translation>
    </message>
    <message>
        <source>&amp;Restart the engine</source>
        <translation>Rechenprozess &amp;neu starten</translation>
    </message>
    <message>
        <source>Stops the engine and starts it anew</source>
        <translation>Beendet den Rechenprozess und startet ihn neu</translation>
    </message>
    <message>
        <source>Voxels not taken, as another label is there: %1.</source>
        <translation>Nicht übernommene Voxel, da dort ein anderes Label ist: %1.</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::AboutDialog</name>
    <message>
        <source>About Protolabel</source>
        <translation>Über Protolabel</translation>
    </message>
    <message>
        <source>Few-shot annotation of medical images: draw an object on a few slices, have it proposed on all others, correct and export. It works offline; images never leave this computer unless the engine is set up on another one. Not a medical device.</source>
        <translation>Annotation medizinischer Bilder aus wenigen Beispielen: ein Objekt auf einigen Schichten zeichnen, auf allen anderen vorschlagen lassen, korrigieren und exportieren. Arbeitet ohne Netz; Bilder verlassen diesen Rechner nie, außer wenn der Rechenprozess auf einem anderen eingerichtet ist. Kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>Licence: Apache License 2.0. The libraries below have licences of their own.</source>
        <translation>Lizenz: Apache License 2.0. Die Bibliotheken unten haben eigene Lizenzen.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the versions, for a report</source>
        <translation>Kopiert die Versionen für einen Fehlerbericht</translation>
    </message>
    <message>
        <source>asking the engine...</source>
        <translation>Rechenprozess wird gefragt...</translation>
    </message>
    <message>
        <source>no answer: %1</source>
        <translation>keine Antwort: %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::AcceptDialog</name>
    <message>
        <source>Accept with choices</source>
        <translation>Auswählen und übernehmen</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>All s&amp;lices</source>
        <translation>A&amp;lle Schichten</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>Slices &amp;from</source>
        <translation>Schichten &amp;von</translation>
    </message>
    <message>
        <source>All that are visible</source>
        <translation>Alle sichtbaren</translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation>La&amp;bels</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Model at least sure by</source>
        <translation>&amp;Modell mindestens sicher zu</translation>
    </message>
    <message>
        <source>&amp;keep what they have</source>
        <translation>&amp;behalten, was sie haben</translation>
    </message>
    <message>
        <source>are &amp;replaced, unless their label is locked</source>
        <translation>werden &amp;ersetzt, außer ihr Label ist gesperrt</translation>
    </message>
    <message>
        <source>Also where the label is drawn by hand: the drawing gains what is proposed</source>
        <translation>Auch wo das Label von Hand gezeichnet ist: das Vorgeschlagene kommt dazu</translation>
    </message>
    <message>
        <source>Voxels of other labels</source>
        <translation>Voxel anderer Labels</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s), %1 voxels.</source>
        <translation>
            <numerusform>%n Vorschlag, %1 Voxel.</numerusform>
            <numerusform>%n Vorschläge, %1 Voxel.</numerusform>
        </translation>
    </message>
    <message>
        <source>No proposal is accepted like this.</source>
        <translation>So wird kein Vorschlag übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) of other labels are replaced.</source>
        <translation>
            <numerusform>%n Voxel anderer Labels wird ersetzt.</numerusform>
            <numerusform>%n Voxel anderer Labels werden ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where a voxel has another label already, the proposal is not taken unless others are replaced</source>
        <translation>Wo ein Voxel schon ein anderes Label hat, wird der Vorschlag nicht übernommen, außer wenn andere ersetzt werden</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Agreement</name>
    <message>
        <source>How far supports agree</source>
        <translation>Übereinstimmung der Beispiele</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::AgreementModel</name>
    <message numerus="yes">
        <source>%1, on %n volume(s)</source>
        <translation>
            <numerusform>%1, auf %n Volumen</numerusform>
            <numerusform>%1, auf %n Volumen</numerusform>
        </translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Overlap in percent; 100 is the same</source>
        <translation>Überlappung in Prozent; 100 ist dasselbe</translation>
    </message>
    <message>
        <source>95th percentile of the distances between the surfaces, in mm</source>
        <translation>95. Perzentil der Abstände zwischen den Oberflächen, in mm</translation>
    </message>
    <message>
        <source>Average distance between the surfaces, in mm</source>
        <translation>Mittlerer Abstand zwischen den Oberflächen, in mm</translation>
    </message>
    <message>
        <source>Volume of the other project less that of this one, in ml</source>
        <translation>Volumen im anderen Projekt weniger dem in diesem, in ml</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>HD95</source>
        <translation>HD95</translation>
    </message>
    <message>
        <source>ASSD</source>
        <translation>ASSD</translation>
    </message>
    <message>
        <source>ml</source>
        <translation>ml</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>Name eines Befehls</translation>
    </message>
    <message>
        <source>Type the name of a command</source>
        <translation>Namen eines Befehls eingeben</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>(on)</source>
        <translation>(an)</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::CommentBox</name>
    <message>
        <source>Comments on this slice and volume</source>
        <translation>Kommentare zu dieser Schicht und diesem Volumen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>What the comment is about</source>
        <translation>Worum es im Kommentar geht</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>active label</source>
        <translation>aktives Label</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Adds the comment (Enter)</source>
        <translation>Fügt den Kommentar hinzu (Eingabe)</translation>
    </message>
    <message>
        <source>%1
%2 on the %3, %4</source>
        <translation>%1
%2 zu: %3, %4</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Tick when it is resolved; Del removes it</source>
        <translation>Abhaken, wenn er erledigt ist; Entf entfernt ihn</translation>
    </message>
    <message>
        <source>Comment resolved</source>
        <translation>Kommentar erledigt</translation>
    </message>
    <message>
        <source>Comment open again</source>
        <translation>Kommentar wieder offen</translation>
    </message>
    <message>
        <source>Remove a comment</source>
        <translation>Kommentar entfernen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ComparePanel</name>
    <message>
        <source>Agreement by label</source>
        <translation>Übereinstimmung je Label</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Opacity of the outlines</source>
        <translation>Deckkraft der Umrisse</translation>
    </message>
    <message>
        <source>Which volumes</source>
        <translation>Welche Volumen</translation>
    </message>
    <message>
        <source>This volume</source>
        <translation>Dieses Volumen</translation>
    </message>
    <message>
        <source>All volumes</source>
        <translation>Alle Volumen</translation>
    </message>
    <message>
        <source>Smaller disagreements are not listed</source>
        <translation>Kleinere Unterschiede stehen nicht in der Liste</translation>
    </message>
    <message>
        <source>voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Ab</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>With nobody yet</source>
        <translation>Noch mit niemandem</translation>
    </message>
    <message>
        <source>Open a colleague&apos;s project of the same volumes, or drop it here. It is only read.</source>
        <translation>Das Projekt einer anderen Person mit denselben Volumen öffnen oder hier ablegen. Es wird nur gelesen.</translation>
    </message>
    <message>
        <source>%1 does not have this volume.</source>
        <translation>%1 hat dieses Volumen nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s): point here</source>
        <translation>
            <numerusform>%n Anmerkung: hierher zeigen</numerusform>
            <numerusform>%n Anmerkungen: hierher zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>anderes Label</translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Misst...</translation>
    </message>
    <message numerus="yes">
        <source>%n smaller one(s) not listed</source>
        <translation>
            <numerusform>%n kleinerer nicht aufgeführt</numerusform>
            <numerusform>%n kleinere nicht aufgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 skipped %n slice(s), counted as empty</source>
        <translation>
            <numerusform>%1 ließ %n Schicht aus; sie gilt als leer</numerusform>
            <numerusform>%1 ließ %n Schichten aus; sie gelten als leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Comparison</name>
    <message>
        <source>Read %1 of %2</source>
        <translation>%1 aus %2 lesen</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Mit %1 vergleichen</translation>
    </message>
    <message>
        <source>Compare all volumes with %1</source>
        <translation>Alle Volumen mit %1 vergleichen</translation>
    </message>
    <message>
        <source>No disagreement is listed</source>
        <translation>Kein Unterschied steht in der Liste</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Misst...</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>Konsens</translation>
    </message>
    <message>
        <source>Keep %1, not %2 as %3</source>
        <translation>%1 behalten, nicht %2 wie %3</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, wie %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln voxel(s) changed</source>
        <translation>
            <numerusform>%1: %Ln Voxel geändert</numerusform>
            <numerusform>%1: %Ln Voxel geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) kept that were changed meanwhile</source>
        <translation>
            <numerusform>, %Ln Voxel behalten, das inzwischen geändert wurde</numerusform>
            <numerusform>, %Ln Voxel behalten, die inzwischen geändert wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) kept because %1 is locked</source>
        <translation>
            <numerusform>, %Ln Voxel behalten, weil %1 gesperrt ist</numerusform>
            <numerusform>, %Ln Voxel behalten, weil %1 gesperrt ist</numerusform>
        </translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ConsensusDialog</name>
    <message>
        <source>Consensus</source>
        <translation>Konsens</translation>
    </message>
    <message>
        <source>How well each annotator agrees with the consensus</source>
        <translation>Wie gut jede Person mit dem Konsens übereinstimmt</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotierende Person</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>&amp;Make the consensus</source>
        <translation>&amp;Konsens machen</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>consensus</source>
        <translation>konsens</translation>
    </message>
    <message>
        <source>Annotators&apos; projects</source>
        <translation>Projekte der annotierenden Personen</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation>&amp;Hinzufügen...</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Other annotators&apos; projects of the same volumes</source>
        <translation>Projekte anderer Personen mit denselben Volumen</translation>
    </message>
    <message>
        <source>Projects (*.plb)</source>
        <translation>Projekte (*.plb)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>&amp;STAPLE: annotators who agree more with the others count more</source>
        <translation>&amp;STAPLE: wer mehr mit den anderen übereinstimmt, zählt mehr</translation>
    </message>
    <message>
        <source>Ma&amp;jority: everyone counts alike; a tie stays undecided</source>
        <translation>Me&amp;hrheit: alle zählen gleich; Gleichstand bleibt unentschieden</translation>
    </message>
    <message>
        <source>&amp;New project:</source>
        <translation>&amp;Neues Projekt:</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>The project to make</source>
        <translation>Das neue Projekt</translation>
    </message>
    <message>
        <source>Add at least one other project of the same volumes.</source>
        <translation>Mindestens ein weiteres Projekt mit denselben Volumen hinzufügen.</translation>
    </message>
    <message>
        <source>Name the project to make.</source>
        <translation>Das neue Projekt benennen.</translation>
    </message>
    <message>
        <source>There is a project of that name already; it is not replaced.</source>
        <translation>Ein Projekt dieses Namens gibt es schon; es wird nicht ersetzt.</translation>
    </message>
    <message>
        <source>Working...</source>
        <translation>Rechnet...</translation>
    </message>
    <message numerus="yes">
        <source>The consensus of %n volume(s) is ready.</source>
        <translation>
            <numerusform>Der Konsens von %n Volumen ist fertig.</numerusform>
            <numerusform>Der Konsens von %n Volumen ist fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln voxel(s) stay undecided: they are background, and their slices are flagged.</source>
        <translation>
            <numerusform>%Ln Voxel bleibt unentschieden: Es ist Hintergrund, und seine Schicht ist vorgemerkt.</numerusform>
            <numerusform>%Ln Voxel bleiben unentschieden: Sie sind Hintergrund, und ihre Schichten sind vorgemerkt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::DisagreementModel</name>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 here, %2 there: %Ln voxel(s)</source>
        <translation>
            <numerusform>%1 hier, %2 dort: %Ln Voxel</numerusform>
            <numerusform>%1 hier, %2 dort: %Ln Voxel</numerusform>
        </translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>ml</source>
        <translation>ml</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::DrawPanel</name>
    <message>
        <source>Drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Choose a drawing tool: brush, eraser, outline or fill.</source>
        <translation>Ein Zeichenwerkzeug wählen: Pinsel, Radierer, Umriss oder Füllen.</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>Radius des Pinsels</translation>
    </message>
    <message>
        <source>Unit of the radius</source>
        <translation>Einheit des Radius</translation>
    </message>
    <message>
        <source>voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>&amp;Radius</source>
        <translation>&amp;Radius</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rund</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Eckig</translation>
    </message>
    <message>
        <source>R&amp;each</source>
        <translation>R&amp;eichweite</translation>
    </message>
    <message>
        <source>On the slice</source>
        <translation>Auf der Schicht</translation>
    </message>
    <message>
        <source>In 3-D</source>
        <translation>In 3-D</translation>
    </message>
    <message>
        <source>&amp;Pen pressure changes the size</source>
        <translation>&amp;Stiftdruck ändert die Größe</translation>
    </message>
    <message>
        <source>A pen pressed half draws half as wide</source>
        <translation>Halber Druck des Stifts zeichnet halb so breit</translation>
    </message>
    <message>
        <source>R&amp;egion</source>
        <translation>Re&amp;gion</translation>
    </message>
    <message>
        <source>&amp;Crossings</source>
        <translation>&amp;Kreuzungen</translation>
    </message>
    <message>
        <source>Leave out what is gone around twice</source>
        <translation>Zweimal Umrundetes auslassen</translation>
    </message>
    <message>
        <source>Take all inside</source>
        <translation>Alles innen nehmen</translation>
    </message>
    <message>
        <source>&amp;Adaptive</source>
        <translation>&amp;Anpassend</translation>
    </message>
    <message>
        <source>Takes only what is like the place where the stroke begins, and connected to it</source>
        <translation>Nimmt nur, was der Stelle am Anfang des Strichs gleicht und mit ihr zusammenhängt</translation>
    </message>
    <message>
        <source>&amp;Keep to intensity range</source>
        <translation>Im &amp;Intensitätsbereich bleiben</translation>
    </message>
    <message>
        <source>Changes only voxels of these values; holding Ctrl does the same for one stroke</source>
        <translation>Ändert nur Voxel mit diesen Werten; Strg gedrückt halten bewirkt dasselbe für einen Strich</translation>
    </message>
    <message>
        <source>Ran&amp;ge</source>
        <translation>Berei&amp;ch</translation>
    </message>
    <message>
        <source>Like where it begins</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Lowest value of the range</source>
        <translation>Kleinster Wert des Bereichs</translation>
    </message>
    <message>
        <source>Highest value of the range</source>
        <translation>Größter Wert des Bereichs</translation>
    </message>
    <message>
        <source>&amp;From image</source>
        <translation>&amp;Aus dem Bild</translation>
    </message>
    <message>
        <source>Then click or drag in the image over what is wanted</source>
        <translation>Dann im Bild klicken oder über das Gewünschte ziehen</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source> sd</source>
        <translation> SD</translation>
    </message>
    <message>
        <source>How far values may be from those at the start, in their standard deviations</source>
        <translation>Wie weit Werte von denen am Anfang abweichen dürfen, in deren Standardabweichungen</translation>
    </message>
    <message>
        <source>S&amp;imilarity</source>
        <translation>Ä&amp;hnlichkeit</translation>
    </message>
    <message>
        <source>Paint &amp;over</source>
        <translation>Ü&amp;bermalen</translation>
    </message>
    <message>
        <source>&amp;Erase every label</source>
        <translation>Jedes Label ra&amp;dieren</translation>
    </message>
    <message>
        <source>Erasing takes any label that is not locked, not only the active one</source>
        <translation>Radieren entfernt jedes nicht gesperrte Label, nicht nur das aktive</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Background only</source>
        <translation>Nur Hintergrund</translation>
    </message>
    <message>
        <source>Visible labels</source>
        <translation>Sichtbare Labels</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::EngineMonitor</name>
    <message>
        <source>Start the engine</source>
        <translation>Rechenprozess starten</translation>
    </message>
    <message>
        <source>Stop the engine</source>
        <translation>Rechenprozess anhalten</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>Cache leeren</translation>
    </message>
    <message>
        <source>Ask the engine</source>
        <translation>Rechenkern befragen</translation>
    </message>
    <message>
        <source>Asking the engine...</source>
        <translation>Rechenprozess wird gefragt...</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>It answers within %1 ms.</source>
        <translation>Er antwortet innerhalb von %1 ms.</translation>
    </message>
    <message>
        <source>It does not answer: %1</source>
        <translation>Er antwortet nicht: %1</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::EnginePage</name>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Verbindung prüfen</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenprozess</translation>
    </message>
    <message>
        <source>&amp;Command that starts the engine:</source>
        <translation>&amp;Befehl, der den Rechenprozess startet:</translation>
    </message>
    <message>
        <source>the protolabel-worker beside this program</source>
        <translation>protolabel-worker neben diesem Programm</translation>
    </message>
    <message>
        <source>Leave it empty to work on this computer. To use a computer with a graphics card, give a command that starts the worker there, for example: ssh gpu-host protolabel-worker</source>
        <translation>Leer lassen, um auf diesem Rechner zu arbeiten. Für einen Rechner mit Grafikkarte einen Befehl angeben, der den Rechenprozess dort startet, zum Beispiel: ssh gpu-host protolabel-worker</translation>
    </message>
    <message>
        <source>It answers: version %1, LibTorch %2.</source>
        <translation>Er antwortet: Version %1, LibTorch %2.</translation>
    </message>
    <message>
        <source>Device %1: %2</source>
        <translation>Gerät %1: %2</translation>
    </message>
    <message>
        <source>, %1 of %2 GB free</source>
        <translation>, %1 von %2 GB frei</translation>
    </message>
    <message>
        <source>Precision: %1; threads: %2</source>
        <translation>Genauigkeit: %1; Threads: %2</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::EnginePanel</name>
    <message>
        <source>Not started: it starts when it is needed.</source>
        <translation>Nicht gestartet: er startet, wenn er gebraucht wird.</translation>
    </message>
    <message>
        <source>Starting...</source>
        <translation>Startet...</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>Working...</source>
        <translation>Rechnet...</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Drawing goes on without it. Restart it, or change its command in the preferences.</source>
        <translation>Das Zeichnen geht ohne ihn weiter. Neu starten oder seinen Befehl in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenprozess</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Change the &amp;command...</source>
        <translation>&amp;Befehl ändern...</translation>
    </message>
    <message>
        <source>Log of the engine</source>
        <translation>Protokoll des Rechenprozesses</translation>
    </message>
    <message>
        <source>The engine has written nothing.</source>
        <translation>Der Rechenprozess hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 (%2), %3 free of %4</source>
        <translation>%1 (%2), %3 frei von %4</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n Thread</numerusform>
            <numerusform>%1, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>No GPU: everything runs on the processor, only slower.</source>
        <translation>Keine Grafikkarte: alles läuft auf dem Prozessor, nur langsamer.</translation>
    </message>
    <message>
        <source>none was found</source>
        <translation>keines gefunden</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>Last trouble: %1</source>
        <translation>Letzte Störung: %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>C&amp;lear the cache</source>
        <translation>Cache &amp;leeren</translation>
    </message>
    <message>
        <source>Features and prepared volumes; they are computed again when they are needed</source>
        <translation>Merkmale und vorbereitete Volumen; sie werden neu berechnet, wenn sie gebraucht werden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message>
        <source>Features: %1 in memory, %2 on disk
Volumes: %3 in memory, %4 on disk</source>
        <translation>Merkmale: %1 im Speicher, %2 auf der Platte
Volumen: %3 im Speicher, %4 auf der Platte</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Verbindung prüfen</translation>
    </message>
    <message>
        <source>Asks the engine and says how long its answer takes</source>
        <translation>Fragt den Rechenprozess und sagt, wie lange seine Antwort dauert</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ExportDialog</name>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;NIfTI</source>
        <translation>&amp;NIfTI</translation>
    </message>
    <message>
        <source>One .nii.gz label map per volume on the volume&apos;s own grid, and labels.json with names and colours.</source>
        <translation>Je Volumen eine .nii.gz-Labelkarte auf dem Gitter des Volumens, und labels.json mit Namen und Farben.</translation>
    </message>
    <message>
        <source>N&amp;RRD for 3D Slicer</source>
        <translation>N&amp;RRD für 3D Slicer</translation>
    </message>
    <message>
        <source>One .seg.nrrd per volume that opens as a segmentation with the names and colours of the labels.</source>
        <translation>Je Volumen eine .seg.nrrd, die sich als Segmentierung mit Namen und Farben der Labels öffnet.</translation>
    </message>
    <message>
        <source>nn&amp;U-Net</source>
        <translation>nn&amp;U-Net</translation>
    </message>
    <message>
        <source>A training set: imagesTr, labelsTr and dataset.json; labels are renumbered 1, 2, 3, ... as nnU-Net demands.</source>
        <translation>Ein Trainingssatz: imagesTr, labelsTr und dataset.json; Labels werden 1, 2, 3, ... nummeriert, wie nnU-Net es verlangt.</translation>
    </message>
    <message>
        <source>&amp;ITK-SNAP</source>
        <translation>&amp;ITK-SNAP</translation>
    </message>
    <message>
        <source>NIfTI label maps and labels.txt, which ITK-SNAP loads as label descriptions.</source>
        <translation>NIfTI-Labelkarten und labels.txt, das ITK-SNAP als Labelbeschreibungen lädt.</translation>
    </message>
    <message>
        <source>The annotation</source>
        <translation>Die Annotation</translation>
    </message>
    <message>
        <source>The proposals</source>
        <translation>Die Vorschläge</translation>
    </message>
    <message>
        <source>Both, in files of their own</source>
        <translation>Beide, in eigenen Dateien</translation>
    </message>
    <message>
        <source>All volumes</source>
        <translation>Alle Volumen</translation>
    </message>
    <message>
        <source>Volumes with an annotation</source>
        <translation>Volumen mit Annotation</translation>
    </message>
    <message>
        <source>The ticked ones</source>
        <translation>Die angehakten</translation>
    </message>
    <message>
        <source>Volumes to export</source>
        <translation>Zu exportierende Volumen</translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Was:</translation>
    </message>
    <message>
        <source>&amp;Volumes:</source>
        <translation>&amp;Volumen:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>No volume is ticked; there is nothing to export.</source>
        <translation>Kein Volumen ist angehakt; es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>nnU-Net takes one label map per case: export either the annotation or the proposals.</source>
        <translation>nnU-Net nimmt eine Labelkarte je Fall: entweder die Annotation oder die Vorschläge exportieren.</translation>
    </message>
    <message>
        <source>Choose a folder to export to; it is made if it is not there.</source>
        <translation>Einen Zielordner wählen; er wird bei Bedarf angelegt.</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>Dateien ersetzen?</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in this folder would be replaced.</source>
        <translation>
            <numerusform>%n Datei in diesem Ordner würde ersetzt.</numerusform>
            <numerusform>%n Dateien in diesem Ordner würden ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)</source>
        <translation>
            <numerusform>%n Datei ersetzen</numerusform>
            <numerusform>%n Dateien ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Labels werden exportiert</translation>
    </message>
    <message>
        <source>Volumes marked as complete</source>
        <translation>Als fertig markierte Volumen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ExportResult</name>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Labelled voxels</source>
        <translation>Voxel mit Label</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Zurückgelesen</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Geschriebene Dateien</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;list</source>
        <translation>&amp;Liste kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n label map(s) written to %1</source>
        <translation>
            <numerusform>%n Labelkarte nach %1 geschrieben</numerusform>
            <numerusform>%n Labelkarten nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>same affine, extent, label ids and voxel counts</source>
        <translation>gleiche Affine, Ausdehnung, Labelnummern und Voxelzahlen</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>also written: %1</source>
        <translation>auch geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::FoundVolumesModel</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>in the project already, as &quot;%1&quot;</source>
        <translation>schon im Projekt, als „%1“</translation>
    </message>
    <message>
        <source>looks like a label map: import it as a mask?</source>
        <translation>sieht nach Labelkarte aus: als Maske importieren?</translation>
    </message>
    <message>
        <source>empty: all voxels have the same value</source>
        <translation>leer: alle Voxel haben denselben Wert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>Spacing (mm)</source>
        <translation>Abstand (mm)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Zeitpunkte</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::FrameBar</name>
    <message>
        <source>Frame of the 4-D volume</source>
        <translation>Zeitpunkt des 4-D-Volumens</translation>
    </message>
    <message>
        <source>One label map serves all frames.</source>
        <translation>Eine Labelkarte gilt für alle Zeitpunkte.</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>Zeitpunkt %1</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::HelpDialog</name>
    <message>
        <source>Help and keys</source>
        <translation>Hilfe und Tasten</translation>
    </message>
    <message>
        <source>Find; Enter goes on</source>
        <translation>Suchen; Eingabe sucht weiter</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::HistoryModel</name>
    <message>
        <source>Read the history</source>
        <translation>Verlauf lesen</translation>
    </message>
    <message>
        <source>Before all edits</source>
        <translation>Vor allen Änderungen</translation>
    </message>
    <message>
        <source>%1 (undo no longer reaches back to here)</source>
        <translation>%1 (so weit reicht Rückgängig nicht mehr)</translation>
    </message>
    <message>
        <source>%1 (undone: choose it to make it again)</source>
        <translation>%1 (zurückgenommen: auswählen, um es zu wiederholen)</translation>
    </message>
    <message>
        <source>%1 (choose it to go back to this point)</source>
        <translation>%1 (auswählen, um hierher zurückzugehen)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::HistoryPanel</name>
    <message>
        <source>Edits</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::HistoryTablePanel</name>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ImportDialog</name>
    <message>
        <source>Import images</source>
        <translation>Bilder importieren</translation>
    </message>
    <message>
        <source>Images found</source>
        <translation>Gefundene Bilder</translation>
    </message>
    <message>
        <source>Import as &amp;mask...</source>
        <translation>Als &amp;Maske importieren...</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle anhaken</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Keine anhaken</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Searching for images</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>There is no image here. NIfTI, NRRD, MetaImage and DICOM files can be imported.</source>
        <translation>Hier ist kein Bild. Importiert werden NIfTI, NRRD, MetaImage und DICOM.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %n image(s)</source>
        <translation>
            <numerusform>%n Bild importieren</numerusform>
            <numerusform>%n Bilder importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Bilder werden importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) imported</source>
        <translation>
            <numerusform>%n Bild importiert</numerusform>
            <numerusform>%n Bilder importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::JobIndicator</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop this job</source>
        <translation>Diese Aufgabe anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (und %n weitere)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::JobLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::JobListModel</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>fertig in %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stops the chosen jobs (Del); what they have stored so far stays</source>
        <translation>Hält die gewählten Aufgaben an (Entf); bisher Gespeichertes bleibt</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::LabelDraftModel</name>
    <message>
        <source>Label %1 has no name; give it one.</source>
        <translation>Label %1 hat keinen Namen; einen angeben.</translation>
    </message>
    <message>
        <source>Two labels are called &quot;%1&quot;; rename one.</source>
        <translation>Zwei Labels heißen „%1“; eines umbenennen.</translation>
    </message>
    <message>
        <source>The number of &quot;%1&quot; must be from 1 to %2.</source>
        <translation>Die Nummer von „%1“ muss 1 bis %2 sein.</translation>
    </message>
    <message>
        <source>Two labels have the number %1; change one.</source>
        <translation>Zwei Labels haben die Nummer %1; eine ändern.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::LabelListEditor</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>&amp;Add label</source>
        <translation>&amp;Label hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove label</source>
        <translation>Label &amp;entfernen</translation>
    </message>
    <message>
        <source>C&amp;olour...</source>
        <translation>&amp;Farbe...</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>&amp;Start from</source>
        <translation>Be&amp;ginnen mit</translation>
    </message>
    <message>
        <source>A label table in a file...</source>
        <translation>Labeltabelle aus einer Datei...</translation>
    </message>
    <message>
        <source>Start from a label table</source>
        <translation>Mit einer Labeltabelle beginnen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::LabelTableModel</name>
    <message>
        <source>Label %1, colour %2</source>
        <translation>Label %1, Farbe %2</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>%1 (label %2)</source>
        <translation>%1 (Label %2)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>Colour: click or press Space to change it</source>
        <translation>Farbe: Klicken oder Leertaste ändert sie</translation>
    </message>
    <message>
        <source>Name: F2 changes it</source>
        <translation>Name: F2 ändert ihn</translation>
    </message>
    <message>
        <source>This key makes the label the active one</source>
        <translation>Diese Taste macht das Label zum aktiven</translation>
    </message>
    <message>
        <source>Whether the views show the label</source>
        <translation>Ob die Ansichten das Label zeigen</translation>
    </message>
    <message>
        <source>Nothing changes the voxels of a locked label</source>
        <translation>Nichts ändert die Voxel eines gesperrten Labels</translation>
    </message>
    <message>
        <source>Voxels of the label in the volume that is shown</source>
        <translation>Voxel des Labels im gezeigten Volumen</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::LabelsPanel</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Adds a label with the next free number and colour (Ins)</source>
        <translation>Fügt ein Label mit der nächsten freien Nummer und Farbe hinzu (Einfg)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Changes the name (F2)</source>
        <translation>Ändert den Namen (F2)</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation>&amp;Entfernen...</translation>
    </message>
    <message>
        <source>Removes the label with all its voxels (Del)</source>
        <translation>Entfernt das Label mit allen seinen Voxeln (Entf)</translation>
    </message>
    <message>
        <source>&amp;Tables</source>
        <translation>&amp;Tabellen</translation>
    </message>
    <message>
        <source>Ready-made label tables, and files of other programs</source>
        <translation>Fertige Labeltabellen und Dateien anderer Programme</translation>
    </message>
    <message>
        <source>&amp;Presets...</source>
        <translation>&amp;Vorlagen...</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importieren...</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>Remove a label</source>
        <translation>Label entfernen</translation>
    </message>
    <message>
        <source>Remove the label %1?</source>
        <translation>Das Label %1 entfernen?</translation>
    </message>
    <message>
        <source>Nothing is drawn with it.</source>
        <translation>Nichts ist damit gezeichnet.</translation>
    </message>
    <message>
        <source>%1 voxels in %2 volumes and %3 supports go with it.</source>
        <translation>%1 Voxel in %2 Volumen und %3 Beispiele gehen mit.</translation>
    </message>
    <message>
        <source>Undo brings everything back.</source>
        <translation>Rückgängig bringt alles zurück.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::LookPage</name>
    <message>
        <source>Look</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Smooth grey values between voxels</source>
        <translation>Grauwerte zwischen Voxeln &amp;glätten</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farbschema:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Slices:</source>
        <translation>Schichten:</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::LossCurve</name>
    <message>
        <source>Loss over the iterations</source>
        <translation>Verlust über die Iterationen</translation>
    </message>
    <message>
        <source>%1 at iteration %2</source>
        <translation>%1 bei Iteration %2</translation>
    </message>
    <message>
        <source>The loss appears here while a model is trained.</source>
        <translation>Hier erscheint der Verlust, während ein Modell trainiert wird.</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::MainWindow</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Protolabel</source>
        <translation>Protolabel</translation>
    </message>
    <message>
        <source>(read only)</source>
        <translation>(nur lesen)</translation>
    </message>
    <message>
        <source>Only files and folders of this computer can be dropped here</source>
        <translation>Nur Dateien und Ordner dieses Rechners können hier abgelegt werden</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::MapChoice</name>
    <message>
        <source>Lies over the slice in view, below the labels, and never in the way of drawing</source>
        <translation>Liegt über der sichtbaren Schicht, unter den Labels, und ist beim Zeichnen nie im Weg</translation>
    </message>
    <message>
        <source>Proposal only</source>
        <translation>Nur Vorschlag</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Coarse mask</source>
        <translation>Grobe Maske</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Selected pixels</source>
        <translation>Ausgewählte Pixel</translation>
    </message>
    <message>
        <source>Regions of the support</source>
        <translation>Regionen des Beispiels</translation>
    </message>
    <message>
        <source>Supervoxels</source>
        <translation>Supervoxel</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Colours from %1 to %2</source>
        <translation>Farben von %1 bis %2</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Maps</name>
    <message>
        <source>Working...</source>
        <translation>Rechnet...</translation>
    </message>
    <message>
        <source>Map of the slice</source>
        <translation>Karte der Schicht</translation>
    </message>
    <message>
        <source>%1 has no such map.</source>
        <translation>%1 hat keine solche Karte.</translation>
    </message>
    <message>
        <source>%1, before the slice&apos;s own features are taken into account</source>
        <translation>%1, bevor die Merkmale der Schicht selbst berücksichtigt sind</translation>
    </message>
    <message>
        <source>Probability of %1</source>
        <translation>Wahrscheinlichkeit von %1</translation>
    </message>
    <message>
        <source>How much it looks like %1 on the supports</source>
        <translation>Wie sehr es %1 auf den Beispielen gleicht</translation>
    </message>
    <message>
        <source>Sure enough to learn %1 from this slice itself</source>
        <translation>Sicher genug, um %1 von dieser Schicht selbst zu lernen</translation>
    </message>
    <message>
        <source>(with alpha 1 nothing is)</source>
        <translation>(bei Alpha 1 wird nichts gelernt)</translation>
    </message>
    <message>
        <source>The regions lie on the support that is used here: %1, slice %2</source>
        <translation>Die Regionen liegen auf dem Beispiel, das hier dient: %1, Schicht %2</translation>
    </message>
    <message>
        <source>The regions of this support of %1</source>
        <translation>Die Regionen dieses Beispiels von %1</translation>
    </message>
    <message>
        <source>Cutting the volume into supervoxels...</source>
        <translation>Volumen wird in Supervoxel zerlegt...</translation>
    </message>
    <message>
        <source>Supervoxels</source>
        <translation>Supervoxel</translation>
    </message>
    <message>
        <source>Supervoxels: what training takes for objects</source>
        <translation>Supervoxel: was das Training für Objekte hält</translation>
    </message>
    <message>
        <source>opposite (-1)</source>
        <translation>gegensätzlich (-1)</translation>
    </message>
    <message>
        <source>alike (1)</source>
        <translation>gleich (1)</translation>
    </message>
    <message>
        <source>0 %</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Another project is to be opened first, in the panel Compare.</source>
        <translation>Zuerst ist im Bereich Vergleichen ein anderes Projekt zu öffnen.</translation>
    </message>
    <message>
        <source>%1 does not have this volume.</source>
        <translation>%1 hat dieses Volumen nicht.</translation>
    </message>
    <message>
        <source>Cyan: only this project has a label; yellow: only %1; magenta: both, but not the same.</source>
        <translation>Cyan: nur dieses Projekt hat ein Label; Gelb: nur %1; Magenta: beide, aber nicht dasselbe.</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::MaskImportDialog</name>
    <message>
        <source>Import a mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>What to do with the other grid</source>
        <translation>Umgang mit dem anderen Gitter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Values of the mask</source>
        <translation>Werte der Maske</translation>
    </message>
    <message>
        <source>&amp;Values:</source>
        <translation>&amp;Werte:</translation>
    </message>
    <message>
        <source>&amp;Draw over other labels, except locked ones</source>
        <translation>Andere Labels über&amp;zeichnen, außer gesperrten</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Mask:</source>
        <translation>Maske:</translation>
    </message>
    <message>
        <source>V&amp;olume:</source>
        <translation>V&amp;olumen:</translation>
    </message>
    <message>
        <source>The project has no volume yet; import the image of this mask first.</source>
        <translation>Das Projekt hat noch kein Volumen; erst das Bild zu dieser Maske importieren.</translation>
    </message>
    <message>
        <source>Reading the mask</source>
        <translation>Maske wird gelesen</translation>
    </message>
    <message>
        <source>What value %1 becomes</source>
        <translation>Was aus dem Wert %1 wird</translation>
    </message>
    <message>
        <source>a new label: type its name</source>
        <translation>ein neues Label: Namen eingeben</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(weggelassen)</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>The mask is empty: no voxel differs from 0.</source>
        <translation>Die Maske ist leer: kein Voxel ist von 0 verschieden.</translation>
    </message>
    <message>
        <source>It lies on the grid of this volume.</source>
        <translation>Sie liegt auf dem Gitter dieses Volumens.</translation>
    </message>
    <message>
        <source>It is not on the grid of this volume: %1.</source>
        <translation>Sie liegt nicht auf dem Gitter dieses Volumens: %1.</translation>
    </message>
    <message>
        <source>Do not import it</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>Resample it onto the volume (nearest neighbour)</source>
        <translation>Auf das Volumen neu abtasten (nächster Nachbar)</translation>
    </message>
    <message>
        <source>Take it voxel by voxel (its position is wrong, its size is right)</source>
        <translation>Voxel für Voxel übernehmen (die Lage ist falsch, die Größe stimmt)</translation>
    </message>
    <message>
        <source>Importing the mask</source>
        <translation>Maske wird importiert</translation>
    </message>
    <message>
        <source>%1: %2 voxels drawn</source>
        <translation>%1: %2 Voxel gezeichnet</translation>
    </message>
    <message>
        <source>, %1 voxels kept another label</source>
        <translation>, %1 Voxel behielten ein anderes Label</translation>
    </message>
    <message numerus="yes">
        <source>on %n slice(s)</source>
        <translation>
            <numerusform>auf %n Schicht</numerusform>
            <numerusform>auf %n Schichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::MessagesPanel</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Kinds of messages</source>
        <translation>Arten von Meldungen</translation>
    </message>
    <message>
        <source>With the log</source>
        <translation>Mit Protokoll</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Meldungen</translation>
    </message>
    <message>
        <source>Warnings and problems</source>
        <translation>Warnungen und Probleme</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Words in the message</source>
        <translation>Wörter in der Meldung</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alle &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the messages of the list, for a report</source>
        <translation>Kopiert die Meldungen der Liste für einen Fehlerbericht</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ModelChoice</name>
    <message>
        <source>&amp;Compare with the model in use</source>
        <translation>Mit dem &amp;benutzten Modell vergleichen</translation>
    </message>
    <message>
        <source>&amp;Use the new model</source>
        <translation>&amp;Neues Modell benutzen</translation>
    </message>
    <message>
        <source>Both models segment the slices that are drawn or accepted, each from the other supports alone</source>
        <translation>Beide Modelle segmentieren die gezeichneten oder übernommenen Schichten, jede nur anhand der anderen Beispiele</translation>
    </message>
    <message>
        <source>Proposals are made with it from now on; undo takes this back</source>
        <translation>Vorschläge entstehen von nun an damit; Rückgängig nimmt das zurück</translation>
    </message>
    <message>
        <source>Dice of both models</source>
        <translation>Dice beider Modelle</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>The new model is in use: %1</source>
        <translation>Das neue Modell wird benutzt: %1</translation>
    </message>
    <message>
        <source>In use: %1
New: %2</source>
        <translation>Benutzt: %1
Neu: %2</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>Vergleicht...</translation>
    </message>
    <message>
        <source>Mean Dice: %1 % with the model in use, %2 % with the new one.</source>
        <translation>Mittlerer Dice: %1 % mit dem benutzten Modell, %2 % mit dem neuen.</translation>
    </message>
    <message>
        <source>The new one has learned from these labels: elsewhere it gains less.</source>
        <translation>Das neue hat von diesen Labels gelernt: anderswo gewinnt es weniger.</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Ordner des Projekts</translation>
    </message>
    <message>
        <source>label 1</source>
        <translation>Label 1</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Labels (they can be changed later):</source>
        <translation>&amp;Labels (später änderbar):</translation>
    </message>
    <message>
        <source>The project is ready. Which images is it for? They stay where they are; the project refers to them. Files and folders can also be dropped on the window at any time.</source>
        <translation>Das Projekt ist bereit. Für welche Bilder ist es? Sie bleiben, wo sie sind; das Projekt verweist auf sie. Dateien und Ordner können auch jederzeit auf dem Fenster abgelegt werden.</translation>
    </message>
    <message>
        <source>Import image &amp;files...</source>
        <translation>Bild&amp;dateien importieren...</translation>
    </message>
    <message>
        <source>Import a &amp;folder (DICOM or many files)...</source>
        <translation>&amp;Ordner importieren (DICOM oder viele Dateien)...</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Give the project a name.</source>
        <translation>Dem Projekt einen Namen geben.</translation>
    </message>
    <message>
        <source>A name has no slashes; choose the folder below it.</source>
        <translation>Ein Name hat keine Schrägstriche; den Ordner darunter wählen.</translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;; choose one that exists.</source>
        <translation>Es gibt keinen Ordner „%1“; einen vorhandenen wählen.</translation>
    </message>
    <message>
        <source>There is a project &quot;%1&quot; in this folder already; choose another name.</source>
        <translation>In diesem Ordner gibt es schon ein Projekt „%1“; einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::NoticeModel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ParameterBar</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::PathField</name>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Wählen...</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ProposalCounts</name>
    <message>
        <source>Proposals on this volume</source>
        <translation>Vorschläge auf diesem Volumen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schich-
ten</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Mean confidence of the model</source>
        <translation>Mittlere Konfidenz des Modells</translation>
    </message>
    <message>
        <source>Dice to expect on this volume, from the confidence, the distance to the supports and what these say of each other; on the scans it was made with, wrong by 11 % on average</source>
        <translation>Auf diesem Volumen zu erwartender Dice, aus der Konfidenz, dem Abstand zu den Beispielen und dem, was diese übereinander sagen; auf den Scans, an denen er bestimmt wurde, im Mittel um 11 % falsch</translation>
    </message>
    <message>
        <source>Mean Dice of the supports, each segmented from the others, with the options used for the proposals</source>
        <translation>Mittlerer Dice der Beispiele, jedes aus den anderen segmentiert, mit den Optionen der Vorschläge</translation>
    </message>
    <message>
        <source>The same: mean distance of the outlines on the slice, 95th percentile, in mm</source>
        <translation>Ebenso: mittlerer Abstand der Umrisse auf der Schicht, 95. Perzentil, in mm</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n slice(s)</source>
        <translation>
            <numerusform>%1 auf %n Schicht</numerusform>
            <numerusform>%1 auf %n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Far from every support: %1. Draw a slice like these and mark it (M).</source>
        <translation>Weit von jedem Beispiel: %1. Eine solche Schicht zeichnen und als Beispiel markieren (M).</translation>
    </message>
    <message>
        <source>Dice
~</source>
        <translation>Dice
~</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>HD95
mm</source>
        <translation>HD95
mm</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ProposalOptions</name>
    <message>
        <source>How many of the nearest supports each slice is segmented with</source>
        <translation>Mit wie vielen der nächsten Beispiele jede Schicht segmentiert wird</translation>
    </message>
    <message>
        <source>Only the &amp;largest connected object</source>
        <translation>Nur das &amp;größte Stück</translation>
    </message>
    <message>
        <source>Live on the o&amp;ther volumes too</source>
        <translation>Laufend in &amp;anderen Volumen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Supports per slice</source>
        <translation>&amp;Beispiele je Schicht</translation>
    </message>
    <message>
        <source>Al&amp;pha</source>
        <translation>Al&amp;pha</translation>
    </message>
    <message>
        <source>&amp;Regions</source>
        <translation>&amp;Regionen</translation>
    </message>
    <message>
        <source>&amp;Options of my own</source>
        <translation>&amp;Eigene Optionen</translation>
    </message>
    <message>
        <source>Otherwise they are chosen for you, per label, by trying them on the supports</source>
        <translation>Sonst werden sie je Label automatisch gewählt, durch Erproben an den Beispielen</translation>
    </message>
    <message>
        <source>1: only what the supports look like; less: also what was found on the slice itself</source>
        <translation>1: nur was den Beispielen gleicht; weniger: auch was auf der Schicht selbst gefunden wurde</translation>
    </message>
    <message>
        <source>Parts that the object on a support is divided into</source>
        <translation>Teile, in die das Objekt auf einem Beispiel zerlegt wird</translation>
    </message>
    <message>
        <source>T&amp;hreshold</source>
        <translation>&amp;Schwelle</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Higher: more is taken for the object. It was learned near -10</source>
        <translation>Höher: mehr gilt als Objekt. Gelernt wurde nahe -10</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>%1: alpha %2, threshold %3</source>
        <translation>%1: Alpha %2, Schwelle %3</translation>
    </message>
    <message>
        <source>as learned</source>
        <translation>wie gelernt</translation>
    </message>
    <message>
        <source>Chosen for you: %1</source>
        <translation>Automatisch gewählt: %1</translation>
    </message>
    <message>
        <source>The project&apos;s model</source>
        <translation>Modell des Projekts</translation>
    </message>
    <message>
        <source>Learn from &amp;finished volumes</source>
        <translation>Aus &amp;fertigen Volumen lernen</translation>
    </message>
    <message>
        <source>Where three or more volumes are complete, their shapes and what they teach about the scores count too</source>
        <translation>Wo drei oder mehr Volumen fertig sind, zählen auch ihre Formen und was sie über die Werte des Netzes lehren</translation>
    </message>
    <message>
        <source>%1: weighed with what %2 finished volumes taught</source>
        <translation>%1: gewichtet mit dem, was %2 fertige Volumen lehrten</translation>
    </message>
    <message>
        <source>&amp;Blend with what is drawn</source>
        <translation>Mit Gezeichnetem &amp;verrechnen</translation>
    </message>
    <message>
        <source>Where the label is drawn in the volume: weigh the model against the interpolation between the drawn slices and their grey values</source>
        <translation>Wo das Label im Volumen gezeichnet ist: das Modell gegen die Interpolation zwischen den gezeichneten Schichten und ihre Grauwerte abwägen</translation>
    </message>
    <message>
        <source>Lea&amp;ve out islands, fill holes</source>
        <translation>I&amp;nseln weg, Löcher füllen</translation>
    </message>
    <message>
        <source>Where the label is drawn in the volume: leave out what does not hang together with it, and fill holes unless a drawn shape has some</source>
        <translation>Wo das Label im Volumen gezeichnet ist: weglassen, was nicht damit zusammenhängt, und Löcher füllen, wenn keine gezeichnete Form welche hat</translation>
    </message>
    <message>
        <source>Only where the ob&amp;ject reaches</source>
        <translation>Nur so weit das Ob&amp;jekt reicht</translation>
    </message>
    <message>
        <source>Where the label is drawn in other volumes only: find out which slices correspond to theirs, and leave out the slices beyond the object&apos;s ends</source>
        <translation>Wo das Label nur in anderen Volumen gezeichnet ist: herausfinden, welche Schichten den dortigen entsprechen, und Schichten jenseits der Enden des Objekts weglassen</translation>
    </message>
    <message>
        <source>Boundaries follow the ima&amp;ge</source>
        <translation>Ränder &amp;folgen dem Bild</translation>
    </message>
    <message>
        <source>Move boundaries by a few pixels to where the grey values change</source>
        <translation>Ränder um wenige Pixel dorthin verschieben, wo sich die Grauwerte ändern</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ProposalPanel</name>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Working...</source>
        <translation>Rechnet...</translation>
    </message>
    <message>
        <source>Live: follows every change of a support.</source>
        <translation>Laufend: folgt jeder Änderung eines Beispiels.</translation>
    </message>
    <message>
        <source>Not live: press L, or propose when you like.</source>
        <translation>Nicht laufend: L drücken, oder bei Bedarf vorschlagen.</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Proposer</name>
    <message>
        <source>This project is open for reading only; proposals cannot be kept</source>
        <translation>Dieses Projekt ist nur zum Lesen geöffnet; Vorschläge lassen sich nicht aufbewahren</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Live proposals</source>
        <translation>Laufende Vorschläge</translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n Volumen</numerusform>
            <numerusform>%n Volumen</numerusform>
        </translation>
    </message>
    <message>
        <source>Propose on %1</source>
        <translation>Für %1 vorschlagen</translation>
    </message>
    <message>
        <source>No proposals: %1. Drawing goes on as usual.</source>
        <translation>Keine Vorschläge: %1. Das Zeichnen geht weiter wie sonst.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proposed on %n slice(s)</source>
        <translation>
            <numerusform>Vorgeschlagen auf %n Schicht</numerusform>
            <numerusform>Vorgeschlagen auf %n Schichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n volume(s) in %1</source>
        <translation>
            <numerusform>von %n Volumen in %1</numerusform>
            <numerusform>von %n Volumen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to propose: the labels are annotated, or known to be absent, on every slice</source>
        <translation>Nichts mehr vorzuschlagen: die Labels sind auf jeder Schicht annotiert oder bekanntermaßen nicht da</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::RecentDelegate</name>
    <message>
        <source>No longer in %1</source>
        <translation>Nicht mehr in %1</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::RecentProjectsModel</name>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern, %1</translation>
    </message>
    <message>
        <source>%1, in %2, used %3</source>
        <translation>%1, in %2, benutzt %3</translation>
    </message>
    <message>
        <source>%1, in %2: the file is not there</source>
        <translation>%1, in %2: die Datei ist nicht da</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::RelinkDialog</name>
    <message>
        <source>Find missing files</source>
        <translation>Fehlende Dateien suchen</translation>
    </message>
    <message>
        <source>These images are not where they were. Choose a folder to look for them in, with all folders below it: a file is taken when its content is the one that was imported.</source>
        <translation>Diese Bilder sind nicht, wo sie waren. Einen Ordner wählen, in dem mit allen Unterordnern gesucht wird: Eine Datei wird genommen, wenn ihr Inhalt der importierte ist.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Was at</source>
        <translation>War in</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>Fehlende Dateien</translation>
    </message>
    <message>
        <source>Folder to search</source>
        <translation>Ordner zum Durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Suchen in:</translation>
    </message>
    <message>
        <source>Also find &amp;renamed files (reads every image in the folder)</source>
        <translation>Auch &amp;umbenannte Dateien finden (liest jedes Bild im Ordner)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>All images are where they should be.</source>
        <translation>Alle Bilder sind, wo sie sein sollen.</translation>
    </message>
    <message>
        <source>another image of this name, not taken: %1</source>
        <translation>ein anderes Bild dieses Namens, nicht genommen: %1</translation>
    </message>
    <message>
        <source>by name and content: %1</source>
        <translation>nach Name und Inhalt: %1</translation>
    </message>
    <message>
        <source>by content, under another name: %1</source>
        <translation>nach Inhalt, unter anderem Namen: %1</translation>
    </message>
    <message>
        <source>Use what was found</source>
        <translation>Gefundene verwenden</translation>
    </message>
    <message numerus="yes">
        <source>Use %n file(s)</source>
        <translation>
            <numerusform>%n Datei verwenden</numerusform>
            <numerusform>%n Dateien verwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;; choose one that exists.</source>
        <translation>Es gibt keinen Ordner „%1“; einen vorhandenen wählen.</translation>
    </message>
    <message>
        <source>Looking for missing files</source>
        <translation>Fehlende Dateien werden gesucht</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not in this folder.</source>
        <translation>
            <numerusform>%n Datei ist nicht in diesem Ordner.</numerusform>
            <numerusform>%n Dateien sind nicht in diesem Ordner.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ReviewChart</name>
    <message>
        <source>Proposals over time</source>
        <translation>Vorschläge im Verlauf</translation>
    </message>
    <message>
        <source>Days appear here when proposals are accepted or rejected.</source>
        <translation>Hier erscheinen Tage, sobald Vorschläge übernommen oder verworfen werden.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ReviewModel</name>
    <message>
        <source>%1, slice %2: %3, %4</source>
        <translation>%1, Schicht %2: %3, %4</translation>
    </message>
    <message>
        <source>Making it right would raise the volume&apos;s Dice by about %1 %</source>
        <translation>Richtig gestellt stiege der Dice des Volumens um etwa %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Confidence of the model; of several labels the least</source>
        <translation>Konfidenz des Modells; bei mehreren Labels die geringste</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ReviewPanel</name>
    <message>
        <source>Slices to review</source>
        <translation>Zu prüfende Schichten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Slices reviewed</source>
        <translation>Geprüfte Schichten</translation>
    </message>
    <message>
        <source>Which slices</source>
        <translation>Welche Schichten</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Zweiter Blick</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>With comments</source>
        <translation>Mit Kommentaren</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>Unberührt</translation>
    </message>
    <message>
        <source>Second look: what is finished, for another reader to agree with, comment on or send back</source>
        <translation>Zweiter Blick: was fertig ist, damit eine andere Person es bestätigt, kommentiert oder zurückgibt</translation>
    </message>
    <message>
        <source>Of which label</source>
        <translation>Von welchem Label</translation>
    </message>
    <message>
        <source>Order of the slices</source>
        <translation>Reihenfolge der Schichten</translation>
    </message>
    <message>
        <source>Most useful first</source>
        <translation>Nützlichste zuerst</translation>
    </message>
    <message>
        <source>Volume by volume</source>
        <translation>Volumen für Volumen</translation>
    </message>
    <message>
        <source>Useful: much of the object is proposed there, and the model is likely to be wrong</source>
        <translation>Nützlich: dort ist viel vom Objekt vorgeschlagen, und das Modell irrt wahrscheinlich</translation>
    </message>
    <message>
        <source>Send &amp;back</source>
        <translation>&amp;Zurückgeben</translation>
    </message>
    <message>
        <source>Flags the slice for the first reader, with the comment below if there is one</source>
        <translation>Merkt die Schicht für die erste Person vor, mit dem Kommentar unten, wenn es einen gibt</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>noch etwa %n min</numerusform>
            <numerusform>noch etwa %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>noch etwa %n h</numerusform>
            <numerusform>noch etwa %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slice(s) reviewed</source>
        <translation>
            <numerusform>%1 von %n Schicht geprüft</numerusform>
            <numerusform>%1 von %n Schichten geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is proposed</source>
        <translation>Nichts ist vorgeschlagen</translation>
    </message>
    <message>
        <source>No slice is listed.</source>
        <translation>Keine Schicht in der Liste.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Shows the next slice after each decision on one of the list</source>
        <translation>Zeigt nach jeder Entscheidung über eine aus der Liste die nächste</translation>
    </message>
    <message>
        <source>Far from every support: draw it and mark it (M).</source>
        <translation>Weit von jedem Beispiel: zeichnen und markieren (M).</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The supports of %1 disagree: %2 % overlap.</source>
        <translation>Die Beispiele von %1 sind sich uneins: %2 % Überlappung.</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ReviewWorkModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Accepted proposals that were drawn on later</source>
        <translation>Übernommene Vorschläge, auf denen später gezeichnet wurde</translation>
    </message>
    <message>
        <source>Of the proposals accepted or rejected, those accepted and never drawn on</source>
        <translation>Von den übernommenen oder verworfenen Vorschlägen die übernommenen, auf denen nie gezeichnet wurde</translation>
    </message>
    <message>
        <source>Time at work per accepted proposal, corrections included</source>
        <translation>Arbeitszeit je übernommenem Vorschlag, Korrekturen eingeschlossen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Sekunden je</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ReviewWorkPanel</name>
    <message>
        <source>Proposals over time</source>
        <translation>Vorschläge im Verlauf</translation>
    </message>
    <message>
        <source>Writes the table as CSV</source>
        <translation>Schreibt die Tabelle als CSV</translation>
    </message>
    <message>
        <source>%1_proposals</source>
        <translation>%1_vorschlaege</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Proposals accepted unchanged</source>
        <translation>Unverändert übernommene Vorschläge</translation>
    </message>
    <message>
        <source>Seconds per accepted proposal</source>
        <translation>Sekunden je übernommenem Vorschlag</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ShortcutModel</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no key</source>
        <translation>„%1“ ist keine Taste</translation>
    </message>
    <message>
        <source>%1 is the shortcut of &quot;%2&quot;</source>
        <translation>%1 ist das Kürzel von „%2“</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ShortcutsPage</name>
    <message>
        <source>Press the new keys</source>
        <translation>Die neuen Tasten drücken</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>&amp;Press new keys</source>
        <translation>&amp;Neue Tasten drücken</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Take the key away?</source>
        <translation>Taste wegnehmen?</translation>
    </message>
    <message>
        <source>%1 is the shortcut of &quot;%2&quot;.</source>
        <translation>%1 ist das Kürzel von „%2“.</translation>
    </message>
    <message>
        <source>Give %1 to &quot;%2&quot;</source>
        <translation>%1 an „%2“ vergeben</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ShownVolume</name>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>Zeitpunkt %1 von %2</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::SlicePreview</name>
    <message>
        <source>Middle slice</source>
        <translation>Mittlere Schicht</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::StartPage</name>
    <message>
        <source>Projects you open are listed here.</source>
        <translation>Geöffnete Projekte stehen hier.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Protolabel</source>
        <translation>Protolabel</translation>
    </message>
    <message>
        <source>Draw a few slices; the program proposes the others.</source>
        <translation>Einige Schichten zeichnen; das Programm schlägt die anderen vor.</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>&amp;Neues Projekt...</translation>
    </message>
    <message>
        <source>A name, labels and images to begin with</source>
        <translation>Name, Labels und Bilder für den Anfang</translation>
    </message>
    <message>
        <source>&amp;Open a project...</source>
        <translation>Projekt &amp;öffnen...</translation>
    </message>
    <message>
        <source>A project file (.plb)</source>
        <translation>Eine Projektdatei (.plb)</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>A few made-up scans to draw on</source>
        <translation>Einige erfundene Aufnahmen zum Zeichnen</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>So geht es</translation>
    </message>
    <message>
        <source>&lt;b&gt;1. Draw&lt;/b&gt; the structure on a few slices and mark them as supports.</source>
        <translation>&lt;b&gt;1.&lt;/b&gt; Die Struktur auf einigen Schichten &lt;b&gt;zeichnen&lt;/b&gt; und diese als Beispiele markieren.</translation>
    </message>
    <message>
        <source>&lt;b&gt;2. Propose&lt;/b&gt;: the other slices are segmented after their example; accept or correct.</source>
        <translation>&lt;b&gt;2. Vorschlagen&lt;/b&gt;: die anderen Schichten werden nach ihrem Beispiel segmentiert; übernehmen oder korrigieren.</translation>
    </message>
    <message>
        <source>&lt;b&gt;3. Export&lt;/b&gt; masks as NIfTI, NRRD or nnU-Net data, checked after writing.</source>
        <translation>&lt;b&gt;3.&lt;/b&gt; Masken als NIfTI, NRRD oder nnU-Net-Daten &lt;b&gt;exportieren&lt;/b&gt;, nach dem Schreiben geprüft.</translation>
    </message>
    <message>
        <source>Projects and images can also be dropped here.</source>
        <translation>Projekte und Bilder können auch hier abgelegt werden.</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::StatisticsModel</name>
    <message>
        <source>Measure %1</source>
        <translation>%1 messen</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>ml</source>
        <translation>ml</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::StatisticsPanel</name>
    <message>
        <source>Statistics of the labels</source>
        <translation>Statistik der Labels</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the table, to be pasted into a spreadsheet</source>
        <translation>Kopiert die Tabelle zum Einfügen in eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>Writes the table as CSV</source>
        <translation>Schreibt die Tabelle als CSV</translation>
    </message>
    <message>
        <source>%1_statistics</source>
        <translation>%1_statistik</translation>
    </message>
    <message>
        <source>No volume is shown</source>
        <translation>Kein Volumen wird gezeigt</translation>
    </message>
    <message>
        <source>Nothing is drawn on %1</source>
        <translation>Auf %1 ist nichts gezeichnet</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::StatusBar</name>
    <message>
        <source>Under the pointer</source>
        <translation>Unter dem Zeiger</translation>
    </message>
    <message>
        <source>Voxel %1, %2, %3   RAS %4, %5, %6 mm   Value %7</source>
        <translation>Voxel %1, %2, %3   RAS %4, %5, %6 mm   Wert %7</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Proposed %1</source>
        <translation>Vorgeschlagen %1</translation>
    </message>
    <message>
        <source>Active label: %1</source>
        <translation>Aktives Label: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::SupportModel</name>
    <message>
        <source>Pictures of supports</source>
        <translation>Bilder der Beispiele</translation>
    </message>
    <message>
        <source>%1
%2, slice %3</source>
        <translation>%1
%2, Schicht %3</translation>
    </message>
    <message>
        <source>%1 on slice %2 of %3</source>
        <translation>%1 auf Schicht %2 von %3</translation>
    </message>
    <message>
        <source>%1 on slice %2 of %3, not used</source>
        <translation>%1 auf Schicht %2 von %3, nicht verwendet</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Use a support of %1</source>
        <translation>Ein Beispiel für %1 verwenden</translation>
    </message>
    <message>
        <source>Leave out a support of %1</source>
        <translation>Ein Beispiel für %1 auslassen</translation>
    </message>
    <message>
        <source>A weight is a number above 0, at most 1000</source>
        <translation>Ein Gewicht ist eine Zahl über 0, höchstens 1000</translation>
    </message>
    <message>
        <source>Weight of a support of %1</source>
        <translation>Gewicht eines Beispiels für %1</translation>
    </message>
    <message>
        <source>Remove a support of %1</source>
        <translation>Ein Beispiel für %1 entfernen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::SupportPanel</name>
    <message>
        <source>Supports</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Hingehen</translation>
    </message>
    <message>
        <source>Shows the slice (Enter or a double click)</source>
        <translation>Zeigt die Schicht (Eingabe oder Doppelklick)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>The slice is no longer a support (Del); its drawing stays</source>
        <translation>Die Schicht ist kein Beispiel mehr (Entf); ihre Zeichnung bleibt</translation>
    </message>
    <message>
        <source>&amp;All labels</source>
        <translation>&amp;Alle Labels</translation>
    </message>
    <message>
        <source>Supports of all labels, or of the active one</source>
        <translation>Beispiele aller Labels, oder des aktiven</translation>
    </message>
    <message>
        <source>Draw a label completely on one slice and press M: the model learns from it.</source>
        <translation>Ein Label auf einer Schicht vollständig zeichnen und M drücken: das Modell lernt davon.</translation>
    </message>
    <message>
        <source>None of these is used: tick those to learn from.</source>
        <translation>Keines davon wird verwendet: die anhaken, von denen gelernt werden soll.</translation>
    </message>
    <message>
        <source>%1, slice %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>%1 is proposed here from %2</source>
        <translation>%1 ist hier vorgeschlagen nach %2</translation>
    </message>
    <message>
        <source>Overlap: the Dice of what each of the two nearest supports alone makes of the slice. Where it is low the proposal is seldom right.</source>
        <translation>Überlappung: der Dice dessen, was jede der beiden nächsten Vorlagen allein aus der Schicht macht. Wo er niedrig ist, stimmt der Vorschlag selten.</translation>
    </message>
    <message>
        <source>The nearest supports disagree: %1 % overlap</source>
        <translation>Die nächsten Beispiele sind sich uneins: %1 % Überlappung</translation>
    </message>
    <message>
        <source>The nearest supports agree: %1 % overlap</source>
        <translation>Die nächsten Beispiele stimmen überein: %1 % Überlappung</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ThumbnailMaker</name>
    <message>
        <source>Make thumbnails</source>
        <translation>Vorschaubilder erzeugen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::TrainingControl</name>
    <message>
        <source>A training of %1 was stopped at iteration %2 of %3. It can go on.</source>
        <translation>Ein Training von %1 wurde bei Iteration %2 von %3 angehalten. Es kann weitergehen.</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>%1 trainieren</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>The model is trained: %1 iterations, loss %2. %3</source>
        <translation>Das Modell ist trainiert: %1 Iterationen, Verlust %2. %3</translation>
    </message>
    <message>
        <source>Training ended: %1</source>
        <translation>Training beendet: %1</translation>
    </message>
    <message>
        <source>Pausing: the state is being kept</source>
        <translation>Pause: der Stand wird aufbewahrt</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Make a model of what was learned</source>
        <translation>Aus dem Gelernten ein Modell machen</translation>
    </message>
    <message>
        <source>Cutting volumes into supervoxels: %1 of %2</source>
        <translation>Volumen werden in Supervoxel zerlegt: %1 von %2</translation>
    </message>
    <message>
        <source>The GPU has not enough memory: training goes on on the processor</source>
        <translation>Der Speicher der Grafikkarte reicht nicht: das Training geht auf dem Prozessor weiter</translation>
    </message>
    <message>
        <source>Iteration %1 of %2</source>
        <translation>Iteration %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before anything was learned.</source>
        <translation>Angehalten, bevor etwas gelernt war.</translation>
    </message>
    <message>
        <source>Paused at iteration %1. It can go on, after a restart too.</source>
        <translation>Pause bei Iteration %1. Es kann weitergehen, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>the model of the program</source>
        <translation>das Modell des Programms</translation>
    </message>
    <message>
        <source>Compare the models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 benutzen</translation>
    </message>
    <message>
        <source>Done. Compare the new model with the one in use, then choose.</source>
        <translation>Fertig. Vergleichen Sie das neue Modell mit dem verwendeten und wählen Sie dann.</translation>
    </message>
    <message>
        <source>Making a model of what was learned</source>
        <translation>Aus dem Gelernten wird ein Modell</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Der Rechenprozess wird gestartet</translation>
    </message>
    <message numerus="yes">
        <source>The engine prepares to learn from %n volume(s)</source>
        <translation>
            <numerusform>Der Rechenprozess bereitet das Lernen aus %n Volumen vor</numerusform>
            <numerusform>Der Rechenprozess bereitet das Lernen aus %n Volumen vor</numerusform>
        </translation>
    </message>
    <message>
        <source>The GPU failed: training goes on on the processor</source>
        <translation>Die GPU ist ausgefallen: das Training geht auf dem Prozessor weiter</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::TrainingFields</name>
    <message>
        <source>What suits the machine</source>
        <translation>Passend zum Rechner</translation>
    </message>
    <message>
        <source>All volumes</source>
        <translation>Alle Volumen</translation>
    </message>
    <message>
        <source>Chosen volumes</source>
        <translation>Gewählte Volumen</translation>
    </message>
    <message>
        <source>Volumes to learn from</source>
        <translation>Volumen, von denen gelernt wird</translation>
    </message>
    <message>
        <source>Learn from &amp;finished labels too</source>
        <translation>Auch von &amp;fertigen Labels lernen</translation>
    </message>
    <message>
        <source>Every second step is about a label as it is drawn or accepted, on all slices that are not flagged; the others are about supervoxels, which need no labels</source>
        <translation>Jeder zweite Schritt gilt einem Label, wie es gezeichnet oder übernommen ist, auf allen nicht markierten Schichten; die anderen gelten Supervoxeln, die keine Labels brauchen</translation>
    </message>
    <message>
        <source>Sho&amp;w supervoxels</source>
        <translation>Su&amp;pervoxel anzeigen</translation>
    </message>
    <message>
        <source>What training takes for objects, in colours over the slice in view</source>
        <translation>Was das Training für Objekte hält, in Farben über der sichtbaren Schicht</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>Das schnellste</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Unit of the budget</source>
        <translation>Einheit des Budgets</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Verfahren</translation>
    </message>
    <message>
        <source>&amp;Encoder</source>
        <translation>&amp;Encoder</translation>
    </message>
    <message>
        <source>Start fr&amp;om</source>
        <translation>&amp;Ausgehen von</translation>
    </message>
    <message>
        <source>&amp;Volumes</source>
        <translation>V&amp;olumen</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>&amp;Budget</source>
        <translation>B&amp;udget</translation>
    </message>
    <message>
        <source>What suits the encoder</source>
        <translation>Passend zum Encoder</translation>
    </message>
    <message>
        <source>The model of the program</source>
        <translation>Modell des Programms</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>A file...</source>
        <translation>Datei...</translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation>Gewichte für den Anfang</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.bin);;All files (*)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt *.bin);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>&amp;Go on when the window is closed</source>
        <translation>&amp;Weiter, wenn das Fenster geschlossen ist</translation>
    </message>
    <message>
        <source>Otherwise closing the window pauses the training; it can go on later</source>
        <translation>Sonst hält das Schließen des Fensters das Training an; es kann später weitergehen</translation>
    </message>
    <message>
        <source>A slice as the model in training segments it</source>
        <translation>Eine Schicht, wie das Modell im Training sie segmentiert</translation>
    </message>
    <message>
        <source>Trains a new model; labels are not needed</source>
        <translation>Trainiert ein neues Modell; Labels sind nicht nötig</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>What was learned is kept to go on from</source>
        <translation>Das Gelernte wird aufbewahrt, um weiterzumachen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on with the training that was paused</source>
        <translation>Setzt das angehaltene Training fort</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>What was learned so far becomes a model</source>
        <translation>Aus dem bisher Gelernten wird ein Modell</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>There is a training that was paused at iteration %1 of %2.</source>
        <translation>Es gibt ein Training, das bei Iteration %1 von %2 angehalten wurde.</translation>
    </message>
    <message>
        <source>A new training throws away what it learned.</source>
        <translation>Ein neues Training verwirft, was es gelernt hat.</translation>
    </message>
    <message>
        <source>&amp;Begin a new one</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>%1, slice %2, as the model segments it at iteration %3</source>
        <translation>%1, Schicht %2, wie das Modell sie bei Iteration %3 segmentiert</translation>
    </message>
    <message>
        <source>Tick the volumes to learn from, or choose all volumes</source>
        <translation>Die Volumen ankreuzen, aus denen gelernt wird, oder alle wählen</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v von %m</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ViewerLink</name>
    <message>
        <source>No orientation in the file</source>
        <translation>Keine Orientierung in der Datei</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::VolumeDelegate</name>
    <message>
        <source>⚠ file missing</source>
        <translation>⚠ Datei fehlt</translation>
    </message>
    <message>
        <source>⚑ flagged</source>
        <translation>⚑ vorgemerkt</translation>
    </message>
    <message>
        <source>%1/%2 slices</source>
        <translation>%1/%2 Schichten</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::VolumeEdits</name>
    <message>
        <source>Interpolate %1</source>
        <translation>%1 interpolieren</translation>
    </message>
    <message>
        <source>Smooth %1</source>
        <translation>%1 glätten</translation>
    </message>
    <message>
        <source>Keep largest part of %1</source>
        <translation>Größten Teil von %1 behalten</translation>
    </message>
    <message>
        <source>Remove islands of %1</source>
        <translation>Inseln von %1 entfernen</translation>
    </message>
    <message>
        <source>Fill holes of %1</source>
        <translation>Löcher von %1 füllen</translation>
    </message>
    <message>
        <source>Grow %1</source>
        <translation>%1 wachsen lassen</translation>
    </message>
    <message>
        <source>Shrink %1</source>
        <translation>%1 schrumpfen</translation>
    </message>
    <message>
        <source>Copy %1 to slice %2</source>
        <translation>%1 in Schicht %2 kopieren</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation>%1 leeren</translation>
    </message>
    <message>
        <source>Replace %1 by %2</source>
        <translation>%1 durch %2 ersetzen</translation>
    </message>
    <message>
        <source>Add %2 to %1</source>
        <translation>%2 zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Subtract %2 from %1</source>
        <translation>%2 von %1 abziehen</translation>
    </message>
    <message>
        <source>Keep %1 near %2</source>
        <translation>%1 nahe %2 behalten</translation>
    </message>
    <message>
        <source>Paint range with %1</source>
        <translation>Bereich mit %1 zeichnen</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>alle Labels</translation>
    </message>
    <message>
        <source>%1: the annotation changed meanwhile, so nothing was done; start it again</source>
        <translation>%1: die Annotation hat sich inzwischen geändert, daher geschah nichts; neu starten</translation>
    </message>
    <message>
        <source>%1: nothing to change</source>
        <translation>%1: nichts zu ändern</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln voxel(s) changed</source>
        <translation>
            <numerusform>%1: %Ln Voxel geändert</numerusform>
            <numerusform>%1: %Ln Voxel geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) of other labels kept</source>
        <translation>
            <numerusform>, %Ln Voxel anderer Labels behalten</numerusform>
            <numerusform>, %Ln Voxel anderer Labels behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) kept because %1 is locked</source>
        <translation>
            <numerusform>, %Ln Voxel behalten, weil %1 gesperrt ist</numerusform>
            <numerusform>, %Ln Voxel behalten, weil %1 gesperrt ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::VolumeListModel</name>
    <message>
        <source>untouched</source>
        <translation>unberührt</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Look at the volumes</source>
        <translation>Volumen ansehen</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4 slices%5%6</source>
        <translation>%1, %2, %3 von %4 Schichten%5%6</translation>
    </message>
    <message>
        <source>, file is missing</source>
        <translation>, Datei fehlt</translation>
    </message>
    <message>
        <source>, flagged</source>
        <translation>, vorgemerkt</translation>
    </message>
    <message>
        <source>%1, %2 × %3 × %4 mm</source>
        <translation>%1, %2 × %3 × %4 mm</translation>
    </message>
    <message>
        <source>The file is missing.</source>
        <translation>Die Datei fehlt.</translation>
    </message>
    <message>
        <source>%1 of %2 slices annotated</source>
        <translation>%1 von %2 Schichten annotiert</translation>
    </message>
    <message>
        <source>%1: %2 voxels, %3 ml</source>
        <translation>%1: %2 Voxel, %3 ml</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n frame(s)</source>
        <translation>
            <numerusform>%1, %n Zeitpunkt</numerusform>
            <numerusform>%1, %n Zeitpunkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::VolumesPanel</name>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Mark as &amp;complete</source>
        <translation>Als &amp;fertig markieren</translation>
    </message>
    <message>
        <source>&amp;Flag to look at again</source>
        <translation>Zum Nachsehen &amp;vormerken</translation>
    </message>
    <message>
        <source>S&amp;tatistics</source>
        <translation>&amp;Statistik</translation>
    </message>
    <message>
        <source>Find the &amp;missing file...</source>
        <translation>Fehlende &amp;Datei suchen...</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation>&amp;Entfernen...</translation>
    </message>
    <message>
        <source>Slice &amp;axis</source>
        <translation>Schicht&amp;achse</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>&amp;i (first)</source>
        <translation>&amp;i (erste)</translation>
    </message>
    <message>
        <source>&amp;j (second)</source>
        <translation>&amp;j (zweite)</translation>
    </message>
    <message>
        <source>&amp;k (third)</source>
        <translation>&amp;k (dritte)</translation>
    </message>
    <message>
        <source>Flag %1</source>
        <translation>%1 vormerken</translation>
    </message>
    <message>
        <source>Take the flag off %1</source>
        <translation>%1 nicht mehr vormerken</translation>
    </message>
    <message>
        <source>Mark %1 as complete</source>
        <translation>%1 als fertig markieren</translation>
    </message>
    <message>
        <source>Mark %1 as not complete</source>
        <translation>%1 als nicht fertig markieren</translation>
    </message>
    <message>
        <source>Slice %1 along %2</source>
        <translation>%1 entlang %2 schneiden</translation>
    </message>
    <message>
        <source>Remove a volume</source>
        <translation>Volumen entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the project?</source>
        <translation>%1 aus dem Projekt entfernen?</translation>
    </message>
    <message>
        <source>Nothing is drawn on it.</source>
        <translation>Nichts ist darauf gezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>What is drawn on %n slice(s) goes with it.</source>
        <translation>
            <numerusform>Die Zeichnung auf %n Schicht geht mit.</numerusform>
            <numerusform>Die Zeichnung auf %n Schichten geht mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The image file stays where it is; undo brings everything back.</source>
        <translation>Die Bilddatei bleibt, wo sie ist; Rückgängig bringt alles zurück.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Words in the name</source>
        <translation>Wörter im Namen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Which volumes</source>
        <translation>Welche Volumen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>Unberührt</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Missing file</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Order of the volumes</source>
        <translation>Reihenfolge der Volumen</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Zustand</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>Nach Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n Volumen</numerusform>
            <numerusform>%n Volumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n volume(s)</source>
        <translation>
            <numerusform>%1 von %n Volumen</numerusform>
            <numerusform>%1 von %n Volumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::WindowFields</name>
    <message>
        <source>none of them</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>Keys 1 to 9; they are changed in the preferences</source>
        <translation>Tasten 1 bis 9; geändert werden sie in den Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Mitte</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorgabe</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::WindowPresetsPage</name>
    <message>
        <source>Windows</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>CT</source>
        <translation>CT</translation>
    </message>
    <message>
        <source>MR</source>
        <translation>MR</translation>
    </message>
    <message>
        <source>Other images</source>
        <translation>Andere Bilder</translation>
    </message>
    <message>
        <source>Presets &amp;for:</source>
        <translation>Voreinstellungen &amp;für:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Black at</source>
        <translation>Schwarz bei</translation>
    </message>
    <message>
        <source>White at</source>
        <translation>Weiß bei</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Voreinstellungen der Fensterung</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Re&amp;set to the program&apos;s own</source>
        <translation>Auf die &amp;Vorgaben des Programms zurücksetzen</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>The program&apos;s own presets depend on the image; they are listed here while an image of this kind is shown. Presets that you add replace them.</source>
        <translation>Die Vorgaben des Programms hängen vom Bild ab; sie stehen hier, während ein solches Bild gezeigt wird. Eigene Voreinstellungen ersetzen sie.</translation>
    </message>
    <message>
        <source>Preset %1 has no name.</source>
        <translation>Voreinstellung %1 hat keinen Namen.</translation>
    </message>
    <message>
        <source>In &quot;%1&quot; black must be at a lower value than white.</source>
        <translation>Bei „%1“ muss Schwarz bei einem kleineren Wert liegen als Weiß.</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::WorkModel</name>
    <message>
        <source>Proposals taken over, one per label and slice</source>
        <translation>Übernommene Vorschläge, einer je Label und Schicht</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotierende Person</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Hours:minutes:seconds at work, looking included; pauses are not counted</source>
        <translation>Stunden:Minuten:Sekunden bei der Arbeit, Ansehen eingeschlossen; Pausen zählen nicht</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::WorkPage</name>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>your login name</source>
        <translation>der eigene Anmeldename</translation>
    </message>
    <message>
        <source>Stands beside every edit that you make</source>
        <translation>Steht bei jeder eigenen Änderung</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Longer pauses are not counted as work</source>
        <translation>Längere Pausen zählen nicht als Arbeit</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>When more is needed the oldest steps can no longer be undone</source>
        <translation>Wird mehr gebraucht, lassen sich die ältesten Schritte nicht mehr zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Annotator:</source>
        <translation>&amp;Name für Änderungen:</translation>
    </message>
    <message>
        <source>&amp;Pause after:</source>
        <translation>&amp;Pause nach:</translation>
    </message>
    <message>
        <source>&amp;Undo history per project:</source>
        <translation>&amp;Verlauf je Projekt:</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::WorkPanel</name>
    <message>
        <source>Time and work</source>
        <translation>Zeit und Arbeit</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>&amp;Werkzeug</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Volumen</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>Rows of their own</source>
        <translation>Eigene Zeilen für</translation>
    </message>
    <message>
        <source>Writes the table as CSV; times are in seconds</source>
        <translation>Schreibt die Tabelle als CSV; Zeiten in Sekunden</translation>
    </message>
    <message>
        <source>%1_work</source>
        <translation>%1_arbeit</translation>
    </message>
    <message>
        <source>%1 (h:mm:ss) at work, looking included; pauses are not counted</source>
        <translation>%1 (h:mm:ss) bei der Arbeit, Ansehen eingeschlossen; Pausen zählen nicht</translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Workspace</name>
    <message>
        <source>Read only: %1 is open elsewhere (%2). To edit it, close it there and open it here again.</source>
        <translation>Nur lesbar: %1 ist anderswo geöffnet (%2). Zum Bearbeiten dort schließen und hier wieder öffnen.</translation>
    </message>
    <message>
        <source>Read only: %1 cannot be written where it is (%2). To edit it, copy it to a folder of yours.</source>
        <translation>Nur lesbar: %1 lässt sich dort nicht schreiben (%2). Zum Bearbeiten in einen eigenen Ordner kopieren.</translation>
    </message>
    <message>
        <source>Recover %1</source>
        <translation>%1 retten</translation>
    </message>
    <message numerus="yes">
        <source>Recovered %n volume(s); the undo history is not carried over</source>
        <translation>
            <numerusform>%n Volumen gerettet; der Verlauf wird nicht übernommen</numerusform>
            <numerusform>%n Volumen gerettet; der Verlauf wird nicht übernommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>review.empty</name>
    <message>
        <source>nothing is annotated on slice {0}</source>
        <translation>auf Schicht {0} ist nichts annotiert</translation>
    </message>
</context>
<context>
    <name>review.proposed</name>
    <message>
        <source>slice {0} still has proposals; accept or reject them first</source>
        <translation>Schicht {0} hat noch Vorschläge; sie zuerst übernehmen oder verwerfen</translation>
    </message>
</context>
<context>
    <name>runs.damaged</name>
    <message>
        <source>a stored mask is damaged; restore the file it came from, or draw the mask again</source>
        <translation>eine gespeicherte Maske ist beschädigt; die Ursprungsdatei wiederherstellen oder die Maske neu zeichnen</translation>
    </message>
</context>
<context>
    <name>runs.size</name>
    <message>
        <source>a slice of {0} x {1} pixels is too large to store; resample the volume</source>
        <translation>eine Schicht von {0} x {1} Pixeln ist zu groß zum Speichern; das Volumen neu abtasten</translation>
    </message>
</context>
<context>
    <name>segment.pairs</name>
    <message>
        <source>a support folder holds several series; name one image for each mask</source>
        <translation>ein Beispielordner enthält mehrere Serien; je Maske ein Bild nennen</translation>
    </message>
    <message>
        <source>{0} support images but {1} masks; give one --support-mask for each --support-image</source>
        <translation>{0} Beispielbilder, aber {1} Masken; je --support-image ein --support-mask angeben</translation>
    </message>
</context>
<context>
    <name>slice.range</name>
    <message>
        <source>{0} has no slice {1}; choose one from 0 to {2}</source>
        <translation>{0} hat keine Schicht {1}; eine von 0 bis {2} wählen</translation>
    </message>
</context>
<context>
    <name>slices.range</name>
    <message>
        <source>there is no slice {0}; the volume has slices 0 to {1}</source>
        <translation>es gibt keine Schicht {0}; das Volumen hat die Schichten 0 bis {1}</translation>
    </message>
</context>
<context>
    <name>slices.syntax</name>
    <message>
        <source>&quot;{0}&quot; is no list of slices; write it like 12,15,20-24 (the first slice is 0)</source>
        <translation>„{0}“ ist keine Liste von Schichten; etwa 12,15,20-24 schreiben (die erste Schicht ist 0)</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no list of slices; write ranges from low to high, like 20-24</source>
        <translation>„{0}“ ist keine Liste von Schichten; Bereiche vom kleinen zum großen Wert schreiben, etwa 20-24</translation>
    </message>
</context>
<context>
    <name>stack.damaged</name>
    <message>
        <source>slices received are damaged; clear the cache folder and try again</source>
        <translation>empfangene Schichten sind beschädigt; den Cache-Ordner leeren und noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>supervoxels.count</name>
    <message>
        <source>there are {0} supervoxels, more than a label map holds (65535); give a larger --min-size</source>
        <translation>es gibt {0} Supervoxel, mehr als eine Labelkarte fasst (65535); ein größeres --min-size angeben</translation>
    </message>
</context>
<context>
    <name>supervoxels.size</name>
    <message>
        <source>{0} voxels are too many for supervoxels; cut the volume into parts</source>
        <translation>{0} Voxel sind zu viele für Supervoxel; das Volumen zerteilen</translation>
    </message>
</context>
<context>
    <name>tool.fill.open</name>
    <message>
        <source>this region reaches the edge: close the contour, or hold Ctrl to keep to similar values; Shift fills it all the same</source>
        <translation>dieser Bereich reicht bis zum Rand: Kontur schließen oder mit Strg bei ähnlichen Werten bleiben; mit Umschalt wird er trotzdem gefüllt</translation>
    </message>
</context>
<context>
    <name>tool.fill.range</name>
    <message>
        <source>the value here is outside the intensity range</source>
        <translation>der Wert hier liegt außerhalb des Intensitätsbereichs</translation>
    </message>
</context>
<context>
    <name>tool.kept</name>
    <message>
        <source>{0} is not painted over</source>
        <translation>{0} wird nicht übermalt</translation>
    </message>
</context>
<context>
    <name>tool.kept.background</name>
    <message>
        <source>background is not painted over</source>
        <translation>der Hintergrund wird nicht übermalt</translation>
    </message>
</context>
<context>
    <name>tool.label</name>
    <message>
        <source>choose a label to draw with</source>
        <translation>ein Label zum Zeichnen wählen</translation>
    </message>
</context>
<context>
    <name>tool.locked</name>
    <message>
        <source>{0} is locked</source>
        <translation>{0} ist gesperrt</translation>
    </message>
</context>
<context>
    <name>tool.outline.slice</name>
    <message>
        <source>close the outline on its slice first, or press Escape</source>
        <translation>den Umriss erst auf seiner Schicht schließen, oder Escape drücken</translation>
    </message>
</context>
<context>
    <name>tool.range</name>
    <message>
        <source>outside {0}..{1}</source>
        <translation>außerhalb von {0}..{1}</translation>
    </message>
</context>
<context>
    <name>tool.volume</name>
    <message>
        <source>open a volume to draw on</source>
        <translation>ein Volumen zum Zeichnen öffnen</translation>
    </message>
</context>
<context>
    <name>tool.window</name>
    <message>
        <source>level {0}, width {1}</source>
        <translation>Mitte {0}, Breite {1}</translation>
    </message>
</context>
<context>
    <name>torch.failed</name>
    <message>
        <source>LibTorch reports: {0}; try --device cpu, or another model</source>
        <translation>LibTorch meldet: {0}; --device cpu oder ein anderes Modell versuchen</translation>
    </message>
</context>
<context>
    <name>train.diverged</name>
    <message>
        <source>the loss is no longer a number at iteration {0}; start again with another seed or initial model, or look for extreme intensities in the images</source>
        <translation>der Verlust ist bei Iteration {0} keine Zahl mehr; mit anderem Startwert oder Anfangsmodell neu beginnen, oder die Bilder auf extreme Intensitäten prüfen</translation>
    </message>
    <message>
        <source>the loss is no longer a number at iteration {0}; start again with another seed</source>
        <translation>der Verlust ist bei Iteration {0} keine Zahl mehr; mit anderem Startwert neu beginnen</translation>
    </message>
</context>
<context>
    <name>train.initial</name>
    <message>
        <source>the initial model is a {0} of stride {1}, not a {2} of stride {3}; train that one or start afresh</source>
        <translation>das Anfangsmodell ist ein {0} mit Schrittweite {1}, kein {2} mit Schrittweite {3}; dieses trainieren oder neu anfangen</translation>
    </message>
    <message>
        <source>the initial model {0} is a {1}, not a {2}; train that one, or choose another initial model</source>
        <translation>das Anfangsmodell {0} ist ein {1}, kein {2}; dieses trainieren oder ein anderes Anfangsmodell wählen</translation>
    </message>
</context>
<context>
    <name>train.no_checkpoint</name>
    <message>
        <source>there is no unfinished training ({0}); train without --resume</source>
        <translation>es gibt kein unfertiges Training ({0}); ohne --resume trainieren</translation>
    </message>
</context>
<context>
    <name>train.no_episodes</name>
    <message>
        <source>no supervoxel of the {0} training volumes covers {1} pixels on two neighbouring slices; add volumes or make supervoxels with a larger minimum size</source>
        <translation>kein Supervoxel der {0} Trainingsvolumen bedeckt {1} Pixel auf zwei benachbarten Schichten; Volumen hinzufügen oder Supervoxel mit größerer Mindestgröße erzeugen</translation>
    </message>
</context>
<context>
    <name>train.resume</name>
    <message>
        <source>the unfinished training is {0} with {1} and seed {2}; resume it without other options, or train anew without --resume</source>
        <translation>das unfertige Training ist {0} mit {1} und Startwert {2}; ohne andere Optionen fortsetzen, oder ohne --resume neu trainieren</translation>
    </message>
</context>
<context>
    <name>train.resume_end</name>
    <message>
        <source>the unfinished training has done {0} iterations, and --iterations counts these too; ask for more than {0}, or for {0} to make a model of what was learned</source>
        <translation>das unfertige Training hat {0} Iterationen hinter sich, und --iterations zählt diese mit; mehr als {0} verlangen, oder {0}, um aus dem Gelernten ein Modell zu machen</translation>
    </message>
</context>
<context>
    <name>train.resume_seconds</name>
    <message>
        <source>the unfinished training ends after {0} iterations, whatever the time; leave out --seconds, or ask for other --iterations</source>
        <translation>das unfertige Training endet nach {0} Iterationen, wie lange es auch dauert; --seconds weglassen, oder andere --iterations verlangen</translation>
    </message>
</context>
<context>
    <name>train.volume</name>
    <message>
        <source>the supervoxels of {0} do not fit its image; compute them again</source>
        <translation>die Supervoxel von {0} passen nicht zum Bild; neu berechnen</translation>
    </message>
    <message>
        <source>the labels of {0} do not fit its image; prepare them again</source>
        <translation>die Labels von {0} passen nicht zum Bild; neu vorbereiten</translation>
    </message>
</context>
<context>
    <name>view.size</name>
    <message>
        <source>slices of {0} x {1} voxels are too large to be shown; use a copy at a lower resolution (at most {2} voxels a side)</source>
        <translation>Schichten von {0} x {1} Voxeln sind zu groß zum Anzeigen; eine Kopie mit geringerer Auflösung verwenden (höchstens {2} Voxel je Seite)</translation>
    </message>
</context>
<context>
    <name>volume.axis</name>
    <message>
        <source>{0} has annotation, supports, proposals or comments on its slices; remove them before it is cut another way</source>
        <translation>{0} hat Annotationen, Beispiele, Vorschläge oder Kommentare auf seinen Schichten; sie entfernen, bevor es anders geschnitten wird</translation>
    </message>
</context>
<context>
    <name>volume.changed</name>
    <message>
        <source>an image changed while the job was running; start the job again when the files stay as they are</source>
        <translation>ein Bild hat sich während der Aufgabe geändert; neu starten, wenn die Dateien gleich bleiben</translation>
    </message>
    <message>
        <source>the image of {0} is not the one that was imported ({1}); put the original back, or import this one under another name</source>
        <translation>das Bild von {0} ist nicht das importierte ({1}); das ursprüngliche zurücklegen oder dieses unter anderem Namen importieren</translation>
    </message>
</context>
<context>
    <name>volume.missing</name>
    <message>
        <source>no image of the project is where it was; put them back, or find them with: relink</source>
        <translation>kein Bild des Projekts ist, wo es war; zurücklegen oder suchen mit: relink</translation>
    </message>
    <message>
        <source>the image of {0} is no longer at {1}; put it back there, or relink it: find missing files</source>
        <translation>das Bild von {0} ist nicht mehr in {1}; dorthin zurücklegen oder neu verknüpfen: fehlende Dateien suchen</translation>
    </message>
</context>
<context>
    <name>volume.name</name>
    <message>
        <source>the project already has a volume {0}; choose another name</source>
        <translation>das Projekt hat schon ein Volumen {0}; einen anderen Namen wählen</translation>
    </message>
</context>
<context>
    <name>volume.unknown</name>
    <message>
        <source>the project has no volume &quot;{0}&quot;, nor any other; import images first</source>
        <translation>das Projekt hat kein Volumen „{0}“ und auch kein anderes; erst Bilder importieren</translation>
    </message>
    <message>
        <source>the project has no volume &quot;{0}&quot;{1}</source>
        <translation>das Projekt hat kein Volumen „{0}“{1}</translation>
    </message>
    <message>
        <source>the project has no volume {0}; import it first</source>
        <translation>das Projekt hat kein Volumen {0}; erst importieren</translation>
    </message>
    <message>
        <source>none of the projects has a volume {0}{1}</source>
        <translation>keines der Projekte hat ein Volumen {0}{1}</translation>
    </message>
</context>
<context>
    <name>weights.compressed</name>
    <message>
        <source>{0} in the archive is compressed or encrypted, which torch.save does not do; unpack the archive and choose the weights file inside, or save them again</source>
        <translation>{0} im Archiv ist komprimiert oder verschlüsselt, was torch.save nicht tut; das Archiv entpacken und die Gewichtsdatei darin wählen, oder neu speichern</translation>
    </message>
</context>
<context>
    <name>weights.content</name>
    <message>
        <source>the archive holds no weights of PyTorch (no data.pkl); choose a file of torch.save</source>
        <translation>das Archiv enthält keine Gewichte von PyTorch (keine data.pkl); eine Datei von torch.save wählen</translation>
    </message>
    <message>
        <source>the file holds no dictionary of weights (it has: {0}); save one with torch.save(model.state_dict(), file)</source>
        <translation>die Datei enthält kein Wörterbuch von Gewichten (vorhanden: {0}); eines speichern mit torch.save(model.state_dict(), file)</translation>
    </message>
    <message>
        <source>the file holds several networks ({0}..., {1}...); save one of them</source>
        <translation>die Datei enthält mehrere Netze ({0}..., {1}...); nur eines speichern</translation>
    </message>
    <message>
        <source>the file is a TorchScript program, which is not run; save only its weights: torch.save(torch.jit.load(file).state_dict(), other_file)</source>
        <translation>die Datei ist ein TorchScript-Programm, das nicht ausgeführt wird; nur seine Gewichte speichern: torch.save(torch.jit.load(file).state_dict(), other_file)</translation>
    </message>
    <message>
        <source>the weights are of no ResNet (there is no {0}; the first name is {1}); choose those of resnet18, resnet34, resnet50 or resnet101</source>
        <translation>die Gewichte gehören zu keinem ResNet ({0} fehlt; der erste Name ist {1}); die von resnet18, resnet34, resnet50 oder resnet101 wählen</translation>
    </message>
</context>
<context>
    <name>weights.damaged</name>
    <message>
        <source>the weights cannot be read: {0}, at byte {1}; download or copy the file again</source>
        <translation>die Gewichte sind nicht lesbar: {0}, bei Byte {1}; die Datei neu herunterladen oder kopieren</translation>
    </message>
</context>
<context>
    <name>weights.encoder</name>
    <message>
        <source>the weights are of a ResNet with {0} blocks in its stages ({1}); choose those of resnet18, resnet34, resnet50 or resnet101</source>
        <translation>die Gewichte gehören zu einem ResNet mit {0} Blöcken in seinen Stufen ({1}); die von resnet18, resnet34, resnet50 oder resnet101 wählen</translation>
    </message>
</context>
<context>
    <name>weights.format</name>
    <message>
        <source>this is no file of weights; choose a checkpoint of PyTorch (.pth, .pt) or a safetensors file</source>
        <translation>das ist keine Gewichtsdatei; einen Checkpoint von PyTorch (.pth, .pt) oder eine safetensors-Datei wählen</translation>
    </message>
</context>
<context>
    <name>weights.hash</name>
    <message>
        <source>{0} must have a SHA-256 that begins with {1}, but it begins with {2}: the download is incomplete or another file; download it again, or rename it if you changed it on purpose</source>
        <translation>{0} müsste einen SHA-256 haben, der mit {1} beginnt, aber er beginnt mit {2}: die Datei ist unvollständig oder eine andere; neu herunterladen, oder umbenennen, falls absichtlich geändert</translation>
    </message>
</context>
<context>
    <name>weights.missing</name>
    <message>
        <source>the weights lack {0} (shape {1}); the file is incomplete or of another network</source>
        <translation>den Gewichten fehlt {0} (Form {1}); die Datei ist unvollständig oder von einem anderen Netz</translation>
    </message>
</context>
<context>
    <name>weights.nan</name>
    <message>
        <source>{0} holds values that no trained network has (no numbers, or negative variances); download the file again or take an earlier checkpoint</source>
        <translation>{0} enthält Werte, die kein trainiertes Netz hat (keine Zahlen, oder negative Varianzen); die Datei neu herunterladen oder einen früheren Checkpoint nehmen</translation>
    </message>
</context>
<context>
    <name>weights.shape</name>
    <message>
        <source>{0} has the shape {1} where {2} is needed; the weights are of another network</source>
        <translation>{0} hat die Form {1} statt {2}; die Gewichte sind von einem anderen Netz</translation>
    </message>
</context>
<context>
    <name>weights.type</name>
    <message>
        <source>{0} holds numbers of another type than a network has; save the weights as float32</source>
        <translation>{0} enthält Zahlen eines anderen Typs als ein Netz; die Gewichte als float32 speichern</translation>
    </message>
</context>
<context>
    <name>weights.unknown</name>
    <message>
        <source>the weights hold {0}, which no network here has; save only the state dictionary of the network</source>
        <translation>die Gewichte enthalten {0}, was kein Netz hier hat; nur das Zustandswörterbuch (state_dict) des Netzes speichern</translation>
    </message>
</context>
<context>
    <name>weights.unsafe</name>
    <message>
        <source>the file asks for {0} at byte {1}, which is no part of plain weights and is never run; save only the weights: torch.save(model.state_dict(), file)</source>
        <translation>die Datei verlangt {0} bei Byte {1}, was nicht zu reinen Gewichten gehört und nie ausgeführt wird; nur die Gewichte speichern: torch.save(model.state_dict(), file)</translation>
    </message>
</context>
<context>
    <name>worker.crashed</name>
    <message>
        <source>the worker was ended because it did not stop another job on request; start this job again</source>
        <translation>der Rechenprozess wurde beendet, weil er eine andere Aufgabe nicht anhielt; diese Aufgabe neu starten</translation>
    </message>
</context>
<context>
    <name>worker.garbage</name>
    <message>
        <source>the worker sent something that is no message: {0}. Its log: {1}</source>
        <translation>der Rechenprozess sandte etwas, das keine Nachricht ist: {0}. Sein Protokoll: {1}</translation>
    </message>
</context>
<context>
    <name>worker.internal</name>
    <message>
        <source>the worker met an error of its own: {0}; see its log</source>
        <translation>der Rechenprozess hatte einen eigenen Fehler: {0}; siehe sein Protokoll</translation>
    </message>
</context>
<context>
    <name>worker.memory</name>
    <message>
        <source>the worker ran out of memory; close other programs or choose fewer slices</source>
        <translation>dem Rechenprozess ging der Speicher aus; andere Programme schließen oder weniger Schichten wählen</translation>
    </message>
</context>
<context>
    <name>worker.missing</name>
    <message>
        <source>no protolabel-worker beside this program, in ../libexec/protolabel or on PATH; install it or set PROTOLABEL_WORKER to its command line</source>
        <translation>kein protolabel-worker neben diesem Programm, in ../libexec/protolabel oder im PATH; installieren oder PROTOLABEL_WORKER auf seine Befehlszeile setzen</translation>
    </message>
    <message>
        <source>the worker &quot;{0}&quot; cannot be started ({1}); check the worker command</source>
        <translation>der Rechenprozess „{0}“ lässt sich nicht starten ({1}); seinen Befehl prüfen</translation>
    </message>
</context>
<context>
    <name>worker.silent</name>
    <message>
        <source>the worker did not answer within {0} s; check its command, or give it longer where it waits in a queue (--worker-seconds). Its log: {1}</source>
        <translation>der Rechenprozess antwortete nicht innerhalb von {0} s; seinen Befehl prüfen oder ihm mehr Zeit geben, wo er in einer Warteschlange steht (--worker-seconds). Sein Protokoll: {1}</translation>
    </message>
</context>
<context>
    <name>worker.unstable</name>
    <message>
        <source>the worker crashed {0} times in a row and is not started again; see its log, then restart this program. Last lines: {1}</source>
        <translation>der Rechenprozess stürzte {0}-mal hintereinander ab und wird nicht neu gestartet; sein Protokoll ansehen, dann dieses Programm neu starten. Letzte Zeilen: {1}</translation>
    </message>
</context>
<context>
    <name>worker.version</name>
    <message>
        <source>the worker speaks version {0} of the protocol, this program version {1}; install both from the same version of Protolabel</source>
        <translation>der Rechenprozess spricht Version {0} des Protokolls, dieses Programm Version {1}; beide aus derselben Version von Protolabel installieren</translation>
    </message>
</context>
</TS>
