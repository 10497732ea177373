<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>SupportCommands</name>
    <message numerus="yes">
        <source>%n pixel(s) are only proposed.</source>
        <translation>
            <numerusform>%n pixel is only proposed.</numerusform>
            <numerusform>%n pixels are only proposed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui</name>
    <message numerus="yes">
        <source>Import %n label(s)</source>
        <translation>
            <numerusform>Import %n label</numerusform>
            <numerusform>Import %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) imported</source>
        <translation>
            <numerusform>%n label imported</numerusform>
            <numerusform>%n labels imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) of the project have a number of this table, and another name. Their voxels stay and are called by the new name.</source>
        <translation>
            <numerusform>%n label of the project has a number of this table, and another name. Its voxels stay and are called by the new name.</numerusform>
            <numerusform>%n labels of the project have a number of this table, and another name. Their voxels stay and are called by the new name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n label(s)</source>
        <translation>
            <numerusform>Rename %n label</numerusform>
            <numerusform>Rename %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted %1 voxels on %n slice(s).</source>
        <translation>
            <numerusform>Accepted %1 voxels on %n slice.</numerusform>
            <numerusform>Accepted %1 voxels on %n slices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) of other labels replaced.</source>
        <translation>
            <numerusform>%n voxel of other labels replaced.</numerusform>
            <numerusform>%n voxels of other labels replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) stay, as the label is drawn there.</source>
        <translation>
            <numerusform>%n proposal stays, as the label is drawn there.</numerusform>
            <numerusform>%n proposals stay, as the label is drawn there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) stay, as their label is locked.</source>
        <translation>
            <numerusform>%n proposal stays, as its label is locked.</numerusform>
            <numerusform>%n proposals stay, as their label is locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejected on %n slice(s)</source>
        <translation>
            <numerusform>Rejected on %n slice</numerusform>
            <numerusform>Rejected on %n slices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) stay, as the model is less sure.</source>
        <translation>
            <numerusform>%n proposal stays, as the model is less sure.</numerusform>
            <numerusform>%n proposals stay, as the model is less sure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::AcceptDialog</name>
    <message numerus="yes">
        <source>%n proposal(s), %1 voxels.</source>
        <translation>
            <numerusform>%n proposal, %1 voxels.</numerusform>
            <numerusform>%n proposals, %1 voxels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) of other labels are replaced.</source>
        <translation>
            <numerusform>%n voxel of other labels is replaced.</numerusform>
            <numerusform>%n voxels of other labels are replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::AgreementModel</name>
    <message numerus="yes">
        <source>%1, on %n volume(s)</source>
        <translation>
            <numerusform>%1, on %n volume</numerusform>
            <numerusform>%1, on %n volumes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ComparePanel</name>
    <message numerus="yes">
        <source>%n remark(s): point here</source>
        <translation>
            <numerusform>%n remark: point here</numerusform>
            <numerusform>%n remarks: point here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smaller one(s) not listed</source>
        <translation>
            <numerusform>%n smaller one not listed</numerusform>
            <numerusform>%n smaller ones not listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 skipped %n slice(s), counted as empty</source>
        <translation>
            <numerusform>%1 skipped %n slice, counted as empty</numerusform>
            <numerusform>%1 skipped %n slices, counted as empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Comparison</name>
    <message numerus="yes">
        <source>%1: %Ln voxel(s) changed</source>
        <translation>
            <numerusform>%1: %Ln voxel changed</numerusform>
            <numerusform>%1: %Ln voxels changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) kept that were changed meanwhile</source>
        <translation>
            <numerusform>, %Ln voxel kept that was changed meanwhile</numerusform>
            <numerusform>, %Ln voxels kept that were changed meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) kept because %1 is locked</source>
        <translation>
            <numerusform>, %Ln voxel kept because %1 is locked</numerusform>
            <numerusform>, %Ln voxels kept because %1 is locked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ConsensusDialog</name>
    <message numerus="yes">
        <source>The consensus of %n volume(s) is ready.</source>
        <translation>
            <numerusform>The consensus of %n volume is ready.</numerusform>
            <numerusform>The consensus of %n volumes is ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln voxel(s) stay undecided: they are background, and their slices are flagged.</source>
        <translation>
            <numerusform>%Ln voxel stays undecided: it is background, and its slice is flagged.</numerusform>
            <numerusform>%Ln voxels stay undecided: they are background, and their slices are flagged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::DisagreementModel</name>
    <message numerus="yes">
        <source>%1 here, %2 there: %Ln voxel(s)</source>
        <translation>
            <numerusform>%1 here, %2 there: %Ln voxel</numerusform>
            <numerusform>%1 here, %2 there: %Ln voxels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::EnginePanel</name>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) in this folder would be replaced.</source>
        <translation>
            <numerusform>%n file in this folder would be replaced.</numerusform>
            <numerusform>%n files in this folder would be replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)</source>
        <translation>
            <numerusform>Replace %n file</numerusform>
            <numerusform>Replace %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ExportResult</name>
    <message numerus="yes">
        <source>%n label map(s) written to %1</source>
        <translation>
            <numerusform>%n label map written to %1</numerusform>
            <numerusform>%n label maps written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n image(s)</source>
        <translation>
            <numerusform>Import %n image</numerusform>
            <numerusform>Import %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) imported</source>
        <translation>
            <numerusform>%n image imported</numerusform>
            <numerusform>%n images imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::JobIndicator</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::MaskImportDialog</name>
    <message numerus="yes">
        <source>on %n slice(s)</source>
        <translation>
            <numerusform>on %n slice</numerusform>
            <numerusform>on %n slices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ProposalCounts</name>
    <message numerus="yes">
        <source>%1 on %n slice(s)</source>
        <translation>
            <numerusform>%1 on %n slice</numerusform>
            <numerusform>%1 on %n slices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Proposer</name>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n volumes</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proposed on %n slice(s)</source>
        <translation>
            <numerusform>Proposed on %n slice</numerusform>
            <numerusform>Proposed on %n slices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n volume(s) in %1</source>
        <translation>
            <numerusform>of %n volume in %1</numerusform>
            <numerusform>of %n volumes in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::RelinkDialog</name>
    <message numerus="yes">
        <source>Use %n file(s)</source>
        <translation>
            <numerusform>Use %n file</numerusform>
            <numerusform>Use %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not in this folder.</source>
        <translation>
            <numerusform>%n file is not in this folder.</numerusform>
            <numerusform>%n files are not in this folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::ReviewPanel</name>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slice(s) reviewed</source>
        <translation>
            <numerusform>%1 of %n slice reviewed</numerusform>
            <numerusform>%1 of %n slices reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::TrainingControl</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The engine prepares to learn from %n volume(s)</source>
        <translation>
            <numerusform>The engine prepares to learn from %n volume</numerusform>
            <numerusform>The engine prepares to learn from %n volumes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::VolumeEdits</name>
    <message numerus="yes">
        <source>%1: %Ln voxel(s) changed</source>
        <translation>
            <numerusform>%1: %Ln voxel changed</numerusform>
            <numerusform>%1: %Ln voxels changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) of other labels kept</source>
        <translation>
            <numerusform>, %Ln voxel of other labels kept</numerusform>
            <numerusform>, %Ln voxels of other labels kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln voxel(s) kept because %1 is locked</source>
        <translation>
            <numerusform>, %Ln voxel kept because %1 is locked</numerusform>
            <numerusform>, %Ln voxels kept because %1 is locked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::VolumeListModel</name>
    <message numerus="yes">
        <source>%1, %n frame(s)</source>
        <translation>
            <numerusform>%1, %n frame</numerusform>
            <numerusform>%1, %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::VolumesPanel</name>
    <message numerus="yes">
        <source>What is drawn on %n slice(s) goes with it.</source>
        <translation>
            <numerusform>What is drawn on %n slice goes with it.</numerusform>
            <numerusform>What is drawn on %n slices goes with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n volume(s)</source>
        <translation>
            <numerusform>%1 of %n volume</numerusform>
            <numerusform>%1 of %n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete</source>
        <translation>
            <numerusform>%n complete</numerusform>
            <numerusform>%n complete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>protolabel::ui::Workspace</name>
    <message numerus="yes">
        <source>Recovered %n volume(s); the undo history is not carried over</source>
        <translation>
            <numerusform>Recovered %n volume; the undo history is not carried over</numerusform>
            <numerusform>Recovered %n volumes; the undo history is not carried over</numerusform>
        </translation>
    </message>
</context>
</TS>
