### What `import` says: the proof, the repairs, what is uncertain.

sheet-origin = From the table { $path }. Read and correct this file; from now on it counts.
sheet-account =
    { $cells ->
        [one] { $cells } filled cell
        [few] { $cells } filled cells
       *[many] { $cells } filled cells
    }, { $used } understood, { $left } not taken.
sheet-written = Timetable written: { $path }
sheet-shown = Nothing was written: this is a trial.
sheet-remove-table = Now remove { $path }: two timetables of one name cannot be.
sheet-exists = there is a timetable: { $path }
    .help = put the new one beside it: --out content/schools/…/timetables/2027-1.yaml
sheet-refused = Nothing was written: correct the errors in the table first.
import-unknown = nobody knows what file this is: { $path }
    .help = a timetable needs a file .xlsx, .ods or .csv
